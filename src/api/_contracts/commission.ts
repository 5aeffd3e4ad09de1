import { z } from "@medusajs/framework/zod"
import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import {
  type CommissionConditions,
  type CommissionDimension,
  type CommissionRuleContent,
} from "../../modules/commission/types"
import { CommissionRateBody, decimal } from "./commission-rate"
import { pointInTime } from "./point-in-time"
import { sortBy } from "./sort-by"

const values = z.array(z.string().min(1)).min(1).max(1000)

const conditions = z
  .strictObject({
    product: values.optional(),
    seller: values.optional(),
    product_type: values.optional(),
    product_category: values.optional(),
    product_collection: values.optional(),
    sales_channel: values.optional(),
    currency: values.optional(),
  } satisfies Record<CommissionDimension, unknown>)
  .transform((record): CommissionConditions =>
    record.currency
      ? {
          ...record,
          currency: record.currency.map((code) => code.toLowerCase()),
        }
      : record
  )

/** What classic clients call the conditions; several dimensions are joined by `+`. */
export const classicReferences = [
  "seller",
  "product_type",
  "product_category",
  "seller+product_type",
  "seller+product_category",
] as const

const reference = z.enum(classicReferences, {
  error: `reference: takes ${classicReferences.join(", ")}; for anything else use conditions`,
})

const fields = {
  name: z.string().trim().min(1).max(200),
  is_active: z.boolean(),
  rate: CommissionRateBody,
}

const dated = {
  priority: z.int().min(-1_000_000).max(1_000_000).optional(),
  effective_from: pointInTime.nullish(),
  effective_to: pointInTime.nullish(),
}

/** What a rule body says, in the words of the tariff. */
export type CommissionRuleChanges = Partial<
  Omit<CommissionRuleContent, "is_default">
>

/** `POST /admin/commission/rules` */
export const CreateCommissionRule = z
  .strictObject({
    ...fields,
    ...dated,
    is_active: fields.is_active.default(true),
    reference: reference.optional(),
    reference_id: z.string().min(1).optional(),
    conditions: conditions.optional(),
  })
  .superRefine((body, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({
        code: "custom",
        path: [path],
        message: `${path}: ${message}`,
      })
    if (!body.reference === !body.conditions) {
      problem(
        "conditions",
        "name either reference and reference_id or conditions"
      )
    } else if (body.reference && !toConditions(body)) {
      problem(
        "reference_id",
        `needs one id for each part of ${body.reference}, joined by +`
      )
    }
  })
  .transform((body): CommissionRuleChanges & { name: string } => {
    const { reference, reference_id, ...rule } = body
    return { ...rule, conditions: body.conditions ?? toConditions(body) ?? {} }
  })
export type CreateCommissionRule = z.infer<typeof CreateCommissionRule>

function toConditions(body: {
  reference?: (typeof classicReferences)[number]
  reference_id?: string
}): CommissionConditions | null {
  const dimensions = body.reference?.split("+") ?? []
  const ids = body.reference_id?.split("+") ?? []
  if (dimensions.length !== ids.length || ids.some((id) => id === "")) {
    return null
  }
  return Object.fromEntries(
    dimensions.map((dimension, index) => [dimension, [ids[index] ?? ""]])
  )
}

/** `POST /admin/commission/rules/:id`: what is named changes. */
export const UpdateCommissionRule = z.strictObject({
  name: fields.name.optional(),
  is_active: fields.is_active.optional(),
  rate: fields.rate.optional(),
  ...dated,
  conditions: conditions.optional(),
  /** The version that was read: a rule that changed since is refused. */
  version: z.int().positive().optional(),
})
export type UpdateCommissionRule = z.infer<typeof UpdateCommissionRule>

/** `POST /admin/commission/default` */
export const SetDefaultCommissionRule = z.strictObject({
  name: fields.name,
  is_active: fields.is_active.default(true),
  rate: fields.rate,
})
export type SetDefaultCommissionRule = z.infer<typeof SetDefaultCommissionRule>

const lines = 1000
const id = z.string().min(1)
/** Medusa 2.21 leaves the path out of messages that are not zod's own. */
const atLeastZero = (field: string) =>
  decimal.refine((text) => /^\d+(\.\d+)?$/.test(text), {
    message: `${field}: must be at least 0`,
  })
const money = {
  discount_total: atLeastZero("discount_total").optional(),
  tax_total: atLeastZero("tax_total").optional(),
}

/** `POST /admin/commission/rules/simulate` */
export const SimulateCommission = z.strictObject({
  currency_code: z.string().length(3),
  seller_id: id.optional(),
  sales_channel_id: id.optional(),
  at: z.coerce
    .date()
    .transform((date) => date.toISOString())
    .optional(),
  items: z
    .array(
      z.strictObject({
        product_id: id.optional(),
        product_type_id: id.optional(),
        product_collection_id: id.optional(),
        product_category_ids: z.array(id).max(100).optional(),
        unit_price: atLeastZero("unit_price"),
        quantity: atLeastZero("quantity").default("1"),
        ...money,
      })
    )
    .min(1)
    .max(lines),
  shipping: z
    .array(z.strictObject({ amount: atLeastZero("amount"), ...money }))
    .max(lines)
    .default([]),
})
export type SimulateCommission = z.infer<typeof SimulateCommission>

export const ListCommissionRulesParams = createFindParams({
  limit: 50,
  offset: 0,
}).extend({
  order: sortBy([
    ...["name", "priority", "is_active", "effective_from", "effective_to"],
    ...["created_at", "updated_at"],
  ]),
  q: z.string().optional(),
  id: z.union([z.string(), z.array(z.string())]).optional(),
  is_active: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional(),
})
export type ListCommissionRulesParams = z.infer<
  typeof ListCommissionRulesParams
>

export const ListRuleVersionsParams = createFindParams({
  limit: 50,
  offset: 0,
}).extend({ order: sortBy(["version", "created_at"]) })
