import { MedusaError } from "@medusajs/framework/utils"
import { assertOwned, type OwnedIds } from "../../../scope/assert-owned"
import { ownedIds } from "../../../scope/owned-ids"
import type { OwnedEntity } from "../../../scope/ownership"
import { isRecord } from "../../_kit/record"
import type { Change, Shape } from "../../_kit/shape"
import { sellerContext } from "../../_kit/vendor-route"

const invalid = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)

/** Prices are the catalogue's: a seller changes them there, for everybody. */
const refused =
  (field: string): Change =>
  (value) => {
    if (value !== undefined) {
      throw invalid(`Unrecognized fields: '${field}'`)
    }
    return value
  }

/** Medusa 2.21 books a negative quantity as what it is not. */
const atLeast =
  (field: string, least: number): Change =>
  (value) => {
    if (typeof value === "number" && !(value >= least && value <= 1e9)) {
      throw invalid(`Field '${field}' takes a number from ${least}`)
    }
    return value
  }

const smallest = Number.MIN_VALUE

/** Items of an order, each with how many of it. */
export const itemQuantities: Shape = {
  "items[].quantity": atLeast("items[].quantity", smallest),
}

/** Variants that join an order. */
export const newItems: Shape = {
  ...itemQuantities,
  "items[].unit_price": refused("items[].unit_price"),
  "items[].compare_at_unit_price": refused("items[].compare_at_unit_price"),
}

/** One item whose quantity changes; zero takes it out. */
export const changedItem: Shape = {
  quantity: atLeast("quantity", 0),
  unit_price: refused("unit_price"),
  compare_at_unit_price: refused("compare_at_unit_price"),
}

export const shippingMethod: Shape = {
  custom_amount: atLeast("custom_amount", 0),
}

const answered: Record<string, OwnedEntity> = {
  order: "order",
  order_preview: "order",
  return: "return",
  claim: "order_claim",
  exchange: "order_exchange",
}

/**
 * Checks once more what is answered: some of Medusa 2.21's handlers look for a
 * row by an id that may be empty, and an empty id finds somebody's.
 */
export const ownRows: Shape = {
  "": async (body, { req }) => {
    const ids: OwnedIds = {}
    for (const [key, entity] of Object.entries(answered)) {
      const row = isRecord(body) ? body[key] : undefined
      if (isRecord(row) && typeof row.id === "string") {
        ids[entity] = [...(ids[entity] ?? []), row.id]
      }
    }
    await assertOwned(req.scope, sellerContext(req).sellerId, ids)
    return body
  },
}

/** Medusa lists the options of every location of the sales channel. */
export const ownOptions: Shape = {
  "": async (body, { req }) => {
    const options = isRecord(body)
      ? [body.shipping_options].flat().filter(isRecord)
      : []
    const owned = new Set(
      await ownedIds(req.scope, sellerContext(req).sellerId, {
        entity: "shipping_option",
        ids: options.map(({ id }) => String(id)),
      })
    )
    return {
      shipping_options: options.filter(({ id }) => owned.has(String(id))),
    }
  },
}
