import type { MiddlewareFunction } from "@medusajs/framework/http"
import type { MirrorRoute } from "../../_kit/mirror"
import {
  changedItem,
  itemQuantities,
  newItems,
  shippingMethod,
} from "../_shapes/orders"

type Rows = Record<string, MirrorRoute>
type Adds = { POST: MiddlewareFunction }
type Changes = { POST: MiddlewareFunction; DELETE: MiddlewareFunction }
type Before = Pick<MirrorRoute, "before">

const actionIs = { action_id: "order_change_action" } as const

/** Goods of the order. */
export const orderedItems = {
  refs: { "items[].id": "order_line_item" },
  bodyShape: itemQuantities,
} as const

export const returnedItems = {
  ...orderedItems,
  refs: { ...orderedItems.refs, "items[].reason_id": "reference" },
} as const

/** Goods that the order did not hold. */
export const addedItems = {
  refs: { "items[].variant_id": "product_variant" },
  bodyShape: newItems,
} as const

/** Adds goods to a change of an order, and changes or takes away what was added. */
export function itemRows(
  path: string,
  [many, one]: readonly [Adds, Changes],
  { before, ...adding }: Pick<MirrorRoute, "refs" | "bodyShape"> & Before
): Rows {
  return {
    [`POST /:id/${path}`]: { answer: many.POST, ...adding },
    [`POST /:id/${path}/:action_id`]: {
      answer: one.POST,
      before,
      owned: actionIs,
      bodyShape: changedItem,
      refs: { reason_id: "reference" },
    },
    [`DELETE /:id/${path}/:action_id`]: {
      answer: one.DELETE,
      before,
      owned: actionIs,
    },
  }
}

/** The same of shipping methods; `before` says that there is a change to add to. */
export function methodRows(
  path: string,
  [many, one]: readonly [Adds, Changes],
  before: MiddlewareFunction[]
): Rows {
  return {
    [`POST /:id/${path}`]: {
      answer: many.POST,
      before,
      refs: { shipping_option_id: "shipping_option" },
      bodyShape: shippingMethod,
    },
    [`POST /:id/${path}/:action_id`]: {
      answer: one.POST,
      before,
      owned: actionIs,
      bodyShape: shippingMethod,
    },
    [`DELETE /:id/${path}/:action_id`]: {
      answer: one.DELETE,
      before,
      owned: actionIs,
    },
  }
}
