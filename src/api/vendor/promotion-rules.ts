import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { assertOwned } from "../../scope/assert-owned"
import { ownership, type OwnedEntity } from "../../scope/ownership"
import { isRecord } from "../_kit/record"
import { sellerContext } from "../_kit/vendor-route"

/** What a seller's rule may ask of a cart or a line, and whose rows its values name. */
const attributes: Readonly<Record<string, OwnedEntity | "reference">> = {
  "customer.groups.id": "customer_group",
  "region.id": "reference",
  "shipping_address.country_code": "reference",
  sales_channel_id: "reference",
  "items.product.id": "product",
  "items.product.categories.id": "reference",
  "items.product.collection_id": "reference",
  "items.product.type_id": "reference",
  "items.product.tags.id": "reference",
  "shipping_methods.shipping_option.shipping_option_type_id": "reference",
}

/** Those that compare texts: a number that is none would break every cart's refresh. */
const operators = ["eq", "in", "ne"]

/** Budgets that every cart can be counted for; by attribute, Medusa 2.21 refuses a cart that lacks the attribute. */
const budgets = ["spend", "usage"]

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}

/**
 * Refuses what an operator may say in a promotion and a seller may not: rules on
 * anything but the known attributes, with values of others' products or groups,
 * money off a whole order, and a target that changes.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for values that are not the seller's own.
 */
export async function ensureOwnPromotion(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const body = isRecord(req.body) ? req.body : {}
  const method = isRecord(body.application_method)
    ? body.application_method
    : {}
  if (method.target_type === "order") {
    refuse(
      "application_method.target_type must be items or shipping_methods: an order holds lines of others"
    )
  }
  if (req.params.id && method.target_type !== undefined) {
    refuse(
      "application_method.target_type cannot be changed: make another promotion"
    )
  }
  if (typeof body.code === "string" && body.code.startsWith("promo_")) {
    // Medusa reads a promotion by id or code alike.
    refuse("code must not look like an id")
  }
  ensureBudget(body.campaign)
  await ensureOwnRules(req, [
    ...listAt(body.rules),
    ...listAt(method.target_rules),
    ...listAt(method.buy_rules),
  ])
  next()
}

/** The same for the batch of a promotion's rules. */
export async function ensureOwnRuleBatch(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const body = isRecord(req.body) ? req.body : {}
  await ensureOwnRules(req, [...listAt(body.create), ...listAt(body.update)])
  next()
}

/**
 * Refuses budgets that could stop the carts of others.
 *
 * @throws MedusaError INVALID_DATA
 */
export function ensureOwnBudget(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  ensureBudget(req.body)
  next()
}

function ensureBudget(campaign: unknown): void {
  const budget = isRecord(campaign) ? campaign.budget : undefined
  const type = isRecord(budget) ? budget.type : undefined
  if (typeof type === "string" && !budgets.includes(type)) {
    refuse(`budget.type must be one of ${budgets.join(", ")}`)
  }
}

const listAt = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

/** What has a wrong form is left to Medusa's validator, which runs next. */
async function ensureOwnRules(
  req: MedusaRequest,
  rules: Record<string, unknown>[]
): Promise<void> {
  const ids: Partial<Record<OwnedEntity, string[]>> = {}
  for (const rule of await withAttributes(req, rules)) {
    const { attribute, operator } = rule
    if (typeof attribute !== "string") {
      continue
    }
    const entity = Object.hasOwn(attributes, attribute)
      ? attributes[attribute]
      : refuse(
          `Rules take one of the attributes ${Object.keys(attributes).join(", ")}`
        )
    if (typeof operator === "string" && !operators.includes(operator)) {
      refuse(`Rules take one of the operators ${operators.join(", ")}`)
    }
    const values = [rule.values].flat()
    if (!values.length || values.includes("")) {
      refuse(`The rule on ${attribute} needs values`)
    }
    if (entity && entity !== "reference") {
      ids[entity] = [
        ...(ids[entity] ?? []),
        ...values.filter((value) => typeof value === "string"),
      ]
    }
  }
  await assertOwned(req.scope, sellerContext(req).sellerId, ids)
}

/** An update may leave out the attribute that its values belong to. */
async function withAttributes(
  req: MedusaRequest,
  rules: Record<string, unknown>[]
): Promise<Record<string, unknown>[]> {
  const bare = rules.filter(
    ({ id, attribute }) => typeof id === "string" && attribute === undefined
  )
  if (!bare.length) {
    return rules
  }
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "promotion_rule",
      fields: ["id", "attribute"],
      filters: { id: bare.map(({ id }) => String(id)) },
    })
  const known = new Map(data.map(({ id, attribute }) => [id, attribute]))
  return rules.map((rule) => ({
    ...rule,
    attribute: rule.attribute ?? known.get(String(rule.id)),
  }))
}

const scopedValues = {
  product: ownership.product,
  customer_group: ownership.customer_group,
}

/** Medusa's handler that offers values of a rule, held to the seller's own products and customer groups; all else is everybody's. */
export const offerOwnValues =
  (handler: MiddlewareFunction): MiddlewareFunction =>
  (
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ): unknown => {
    const attribute = req.params.rule_attribute_id
    if (attribute === "product" || attribute === "customer_group") {
      Object.assign(
        req.filterableFields,
        scopedValues[attribute].scope(sellerContext(req).sellerId)
      )
    }
    return handler(req, res, next)
  }
