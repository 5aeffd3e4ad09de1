import { z } from "@medusajs/framework/zod"
import {
  feeUnits,
  type Amounts,
  type CommissionRate,
  type FeeBound,
} from "../../modules/commission/types"

/** Numbers of JSON, or decimal text where digits matter; what it must be is the module's rule. */
export const decimal = z.union([z.string(), z.number()]).transform(String)

const amounts = z
  .record(z.string().length(3), decimal)
  .transform((table): Amounts =>
    Object.fromEntries(
      Object.entries(table).map(([code, amount]) => [
        code.toLowerCase(),
        amount,
      ])
    )
  )

const bound = z.strictObject({ per: z.enum(feeUnits), amounts })

const ofBase = {
  include_tax: z.boolean().optional(),
  min: bound.optional(),
  max: bound.optional(),
}

const component = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("percentage"),
    percentage: decimal,
    ...ofBase,
  }),
  z.strictObject({
    type: z.literal("fixed"),
    per: z.enum(feeUnits),
    amounts,
    shared_as: z.string().min(1).max(60).optional(),
  }),
  z.strictObject({
    type: z.literal("tiers"),
    mode: z.enum(["band", "slice"]),
    of: z.enum(feeUnits),
    tiers: z
      .array(
        z.strictObject({
          up_to: amounts.nullable(),
          percentage: decimal.optional(),
          fixed: amounts.optional(),
        })
      )
      .min(1)
      .max(20),
    ...ofBase,
  }),
])

const stack = z.strictObject({
  type: z.literal("stack"),
  components: z.array(component).max(10),
  include_tax: z.boolean().default(false),
  min: bound.optional(),
  max: bound.optional(),
  shipping_percentage: decimal.optional(),
  fee_tax_percentage: decimal.optional(),
  allow_above_line: z.boolean().optional(),
})

const priceSet = z
  .array(
    z.strictObject({ currency_code: z.string().length(3), amount: decimal })
  )
  .transform((prices): Amounts =>
    Object.fromEntries(
      prices.map(({ currency_code, amount }) => [
        currency_code.toLowerCase(),
        amount,
      ])
    )
  )

const classicBounds = {
  include_tax: z.boolean().default(false),
  min_price_set: priceSet.nullish(),
  max_price_set: priceSet.nullish(),
}

const percentage = z.strictObject({
  type: z.literal("percentage"),
  percentage_rate: decimal,
  price_set: priceSet.nullish(),
  ...classicBounds,
})

const flat = z.strictObject({
  type: z.literal("flat"),
  percentage_rate: decimal.nullish(),
  price_set: priceSet,
  ...classicBounds,
})

/** A rate in the classic form (`flat`, `percentage`), or as a stack of components. */
export const CommissionRateBody = z
  .discriminatedUnion("type", [percentage, flat, stack])
  .transform(toRate)

type RateBody =
  z.output<typeof percentage> | z.output<typeof flat> | z.output<typeof stack>

function toRate(body: RateBody): CommissionRate {
  switch (body.type) {
    case "stack": {
      const { type, ...rate } = body
      return rate
    }
    case "percentage":
      return {
        components: [{ type: "percentage", percentage: body.percentage_rate }],
        ...bounds(body),
      }
    case "flat":
      return {
        components: [{ type: "fixed", per: "line", amounts: body.price_set }],
        ...bounds(body),
      }
  }
}

type ClassicBounds = {
  include_tax: boolean
  min_price_set?: Amounts | null
  max_price_set?: Amounts | null
}

function bounds(body: ClassicBounds): Omit<CommissionRate, "components"> {
  const { include_tax, min_price_set, max_price_set } = body
  const perLine = (amounts: Amounts): FeeBound => ({ per: "line", amounts })
  return {
    include_tax,
    // Classic clients send an empty list for "no bound".
    ...(hasAmounts(min_price_set) ? { min: perLine(min_price_set) } : {}),
    ...(hasAmounts(max_price_set) ? { max: perLine(max_price_set) } : {}),
  }
}

function hasAmounts(amounts?: Amounts | null): amounts is Amounts {
  return Boolean(amounts && Object.keys(amounts).length)
}
