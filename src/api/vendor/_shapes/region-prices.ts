import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { isRecord } from "../../_kit/record"
import type { Change } from "../../_kit/shape"

const storedPrice = z.object({
  id: z.string(),
  amount: z.unknown(),
  currency_code: z.string(),
  min_quantity: z.unknown(),
  max_quantity: z.unknown(),
  price_list_id: z.string().nullish(),
  price_rules: z
    .array(z.object({ attribute: z.string(), value: z.string() }))
    .nullish(),
})
const priced = z.array(z.object({ prices: z.array(storedPrice).nullish() }))
type StoredPrice = z.infer<typeof storedPrice>

const fields = [
  "id",
  ...Object.keys(storedPrice.shape).flatMap((name) =>
    name === "price_rules"
      ? ["attribute", "value"].map((key) => `prices.${name}.${key}`)
      : [`prices.${name}`]
  ),
]

const isNew = (price: unknown): price is Record<string, unknown> =>
  isRecord(price) && !price.id

/**
 * A grid of stock and prices sends prices by currency alone, and Medusa takes
 * the list for all prices of the variant: those with rules stay.
 */
export const keepRegionPrices: Change = async (body, { req, params }) => {
  const prices: unknown[] =
    isRecord(body) && Array.isArray(body.prices) ? body.prices : []
  const isGrid =
    prices.length > 0 &&
    prices.every((price) => isNew(price) && price.rules === undefined)
  if (!isRecord(body) || !isGrid) {
    return body
  }
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields,
    filters: { id: params.variant_id ?? "" },
  })
  const kept = priced
    .parse(data)
    .flatMap(({ prices }) => prices ?? [])
    .filter((price) => !price.price_list_id && price.price_rules?.length)
  return { ...body, prices: [...prices, ...kept.map(asSent)] }
}

/**
 * The pricing screen of a shipping option sends a price for every region, 0
 * where its cell is empty, and none of the prices by currency: those stay.
 */
export const keepCurrencyPrices: Change = async (body, { req, params }) => {
  const prices: unknown[] =
    isRecord(body) && Array.isArray(body.prices) ? body.prices : []
  const isScreen =
    prices.length > 0 &&
    prices.every((price) => isNew(price) && typeof price.region_id === "string")
  if (!isRecord(body) || !isScreen) {
    return body
  }
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "shipping_option",
    fields,
    filters: { id: params.id ?? "" },
  })
  const kept = priced
    .parse(data)
    .flatMap(({ prices }) => prices ?? [])
    .filter((price) => !price.price_rules?.length)
  const filled = prices.filter((price) => isNew(price) && price.amount !== 0)
  return { ...body, prices: [...filled, ...kept.map(asSent)] }
}

/** As Medusa's validators take a price that stays. */
function asSent({ id, amount, currency_code, price_rules }: StoredPrice) {
  const rules = (price_rules ?? []).map(({ attribute, value }) => [
    attribute,
    value,
  ])
  return {
    id,
    currency_code,
    amount: Number(amount),
    ...(rules.length && { rules: Object.fromEntries(rules) }),
  }
}
