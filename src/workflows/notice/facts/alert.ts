import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { formatDecimal } from "../../../money/decimal"
import { PAYOUT_MODULE } from "../../../modules/payout"
import type { PayoutModuleService } from "../../../modules/payout/service"
import { nameOf } from "./payout"
import { textOf } from "./payload"
import type { ReadFacts } from "./facts"

/** Goods that run out at one place; the version is the alert. */
export const stockFacts: ReadFacts = async (container, payload) => {
  const sellerId = textOf(payload, "seller_id")
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "inventory_level",
      fields: [
        ...["stocked_quantity", "reserved_quantity"],
        ...["inventory_item.title", "inventory_item.sku"],
      ],
      filters: {
        inventory_item_id: textOf(payload, "inventory_item_id"),
        location_id: textOf(payload, "location_id"),
      },
    })
  const [level] = data
  const { title, sku } = level?.inventory_item ?? {}
  return level
    ? {
        resource_type: "inventory_item",
        resource_id: textOf(payload, "inventory_item_id"),
        version: textOf(payload, "id"),
        seller_id: sellerId,
        data: {
          seller: await nameOf(container, sellerId),
          item: [title, sku && title !== sku && `(${sku})`]
            .filter(Boolean)
            .join(" "),
          available: level.stocked_quantity - level.reserved_quantity,
        },
      }
    : null
}

/** What a seller owes; the version is the alert. */
export const debtFacts: ReadFacts = async (container, payload) => {
  const sellerId = textOf(payload, "seller_id")
  const currency = textOf(payload, "currency_code")
  const { balances } = await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .readBalances(sellerId)
  const balance = balances.find(
    ({ currency_code }) => currency_code === currency
  )
  return balance
    ? {
        resource_type: "seller_balance",
        resource_id: `${sellerId}:${currency}`,
        version: textOf(payload, "id"),
        seller_id: sellerId,
        data: {
          seller: await nameOf(container, sellerId),
          amount: formatDecimal(BigInt(balance.available), balance.scale),
          currency,
        },
      }
    : null
}

/** A health check that found something; the version is the alert. */
export const invariantFacts: ReadFacts = (_container, payload) => {
  const name = textOf(payload, "name")
  return Promise.resolve({
    resource_type: "health_check",
    resource_id: name,
    version: textOf(payload, "id"),
    seller_id: null,
    data: { check: name, count: Number(payload.count) },
  })
}
