import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { fieldError } from "../../../modules/commission/field-error"
import {
  commissionDimensions,
  type CommissionDimension,
  type CommissionRuleContent,
} from "../../../modules/commission/types"
import { amountsOf } from "../tariff"

/** Where the values of each dimension come from, and what a message calls them. */
const references: Record<
  CommissionDimension,
  { entity: string; key: string; noun: string }
> = {
  product: { entity: "product", key: "id", noun: "product" },
  seller: { entity: "seller", key: "id", noun: "seller" },
  product_type: { entity: "product_type", key: "id", noun: "product type" },
  product_category: {
    entity: "product_category",
    key: "id",
    noun: "product category",
  },
  product_collection: {
    entity: "product_collection",
    key: "id",
    noun: "product collection",
  },
  sales_channel: { entity: "sales_channel", key: "id", noun: "sales channel" },
  currency: { entity: "currency", key: "code", noun: "currency" },
}

/**
 * Refuses a rule that names something that is not there, or that has no amount
 * in a currency it could be asked for: later that would be a silent zero.
 */
export const ensureRuleFitsStep = createStep(
  "ensure-commission-rule-fits",
  async (content: CommissionRuleContent, { container }) => {
    for (const dimension of commissionDimensions) {
      const values = content.conditions[dimension] ?? []
      if (values.length) {
        await ensureKnown(container, dimension, values)
      }
    }
    await ensureAmounts(container, content)
    return new StepResponse(undefined)
  }
)

async function ensureKnown(
  container: MedusaContainer,
  dimension: CommissionDimension,
  values: string[]
): Promise<void> {
  const { entity, key, noun } = references[dimension]
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity,
    fields: [key],
    filters: { [key]: values },
  })
  const known = new Set(data.map((row: Record<string, unknown>) => row[key]))
  const unknown = values.find((value) => !known.has(value))
  if (unknown !== undefined) {
    throw fieldError(
      `conditions.${dimension}`,
      `there is no ${noun} "${unknown}"`
    )
  }
}

async function ensureAmounts(
  container: MedusaContainer,
  { conditions, rate }: CommissionRuleContent
): Promise<void> {
  const tables = amountsOf(rate)
  if (tables.length === 0) {
    return
  }
  const currencies = conditions.currency ?? (await soldIn(container))
  for (const { field, amounts } of tables) {
    const missing = currencies.filter(
      (currency) => amounts[currency] === undefined
    )
    if (missing.length) {
      throw fieldError(
        `rate.${field}`,
        `no amount in ${missing.join(", ")}; add it, or name the rule's currencies in conditions.currency`
      )
    }
  }
}

/** Every currency that a cart can have: those of the stores and of the regions. */
async function soldIn(container: MedusaContainer): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: stores } = await query.graph({
    entity: "store",
    fields: ["supported_currencies.currency_code"],
  })
  const { data: regions } = await query.graph({
    entity: "region",
    fields: ["currency_code"],
  })
  const codes = [
    ...stores.flatMap((store) => store.supported_currencies ?? []),
    ...regions,
  ].flatMap((row) => (row?.currency_code ? [row.currency_code] : []))
  return [...new Set(codes)].sort()
}
