import type { AdditionalData } from "@medusajs/framework/types"
import { adminPromotionRoutesMiddlewares } from "@medusajs/medusa/api/admin/promotions/middlewares"
import * as one from "@medusajs/medusa/api/admin/promotions/[id]/route"
import * as rulesOf from "@medusajs/medusa/api/admin/promotions/[id]/[rule_type]/route"
import * as buyRules from "@medusajs/medusa/api/admin/promotions/[id]/buy-rules/batch/route"
import * as rules from "@medusajs/medusa/api/admin/promotions/[id]/rules/batch/route"
import * as targetRules from "@medusajs/medusa/api/admin/promotions/[id]/target-rules/batch/route"
import * as list from "@medusajs/medusa/api/admin/promotions/route"
import * as attributes from "@medusajs/medusa/api/admin/promotions/rule-attribute-options/[rule_type]/route"
import * as values from "@medusajs/medusa/api/admin/promotions/rule-value-options/[rule_type]/[rule_attribute_id]/route"
import { AdminGetPromotionsParams } from "@medusajs/medusa/api/admin/promotions/validators"
import type { OwnedEntity } from "../../../scope/ownership"
import {
  createSellerPromotionWorkflow,
  type CreateSellerPromotionInput,
} from "../../../workflows/promotion/create-seller-promotion"
import { mirror, type MirrorRoute } from "../../_kit/mirror"
import { answerCreated } from "../../_kit/owned-answer"
import { emptyIsAbsent } from "../../_kit/shape"
import { commonSort, filtersOf, type View } from "../../_kit/view-query"
import { shownLabels } from "../_shapes/seller-names"
import {
  ensureOwnPromotion,
  ensureOwnRuleBatch,
  offerOwnValues,
} from "../promotion-rules"

const ruleColumns = ["id", "attribute", "operator", "description"]

/** What Medusa says of rules and of what they may be made of. */
const described = [
  ...["value", "label", "values", "operators", "attribute_label"],
  ...["operator_label", "field_type", "required", "disguised"],
  ...["hydrate", "attribute", "operator", "description"],
]

const ruleView: View = {
  fields: [...ruleColumns, "values.value"],
  derived: described,
  defaults: [...ruleColumns, "values.value"],
  sort: [],
  filters: [],
  fixed: true,
}

const ruleQuery: View = {
  fields: ["id"],
  derived: described,
  defaults: ["id"],
  sort: [],
  filters: [
    "promotion_type",
    "application_method_type",
    "application_method_target_type",
  ],
  fixed: true,
}

const valueQuery: View = {
  ...ruleQuery,
  fixed: false,
  filters: ["q", "value", "application_method_target_type"],
  defaultLimit: 100,
}

const ruleType = { rule_type: "reference" } as const

const columns = [
  "id",
  "code",
  "is_automatic",
  "is_tax_inclusive",
  "type",
  "status",
  "limit",
  "used",
  "campaign_id",
  "metadata",
  "created_at",
  "updated_at",
]

const at = (relation: string, fields: readonly string[]) =>
  fields.map((field) => `${relation}.${field}`)

const defaults = [
  ...columns,
  "*campaign",
  "*campaign.budget",
  "*application_method",
  ...at("application_method.target_rules", ruleView.fields),
  ...at("application_method.buy_rules", ruleView.fields),
  ...at("rules", ruleView.fields),
]

/** Medusa's batch of one kind of rules. */
const ruleBatch = (
  answer: MirrorRoute["answer"],
  entity: OwnedEntity
): MirrorRoute => ({
  answer,
  before: [ensureOwnRuleBatch],
  view: ruleView,
  refs: { "update[].id": entity, "delete[]": entity },
})

export const promotions = mirror({
  resource: "promotions",
  entity: "promotion",
  area: "promotions",
  view: {
    fields: [
      ...defaults,
      "application_method.target_rules",
      "application_method.buy_rules",
      "rules",
    ],
    defaults,
    sort: [...commonSort, "code", "status", "type", "is_automatic"],
    filters: filtersOf(AdminGetPromotionsParams),
  },
  core: adminPromotionRoutesMiddlewares,
  routes: {
    "GET /": list.GET,
    "POST /": {
      before: [ensureOwnPromotion],
      refs: { campaign_id: "campaign" },
      answer: answerCreated({
        entity: "promotion",
        create: (
          scope,
          seller_id,
          {
            additional_data,
            ...promotion
          }: CreateSellerPromotionInput["promotion"] & AdditionalData
        ) =>
          createSellerPromotionWorkflow(scope).run({
            input: { seller_id, promotion, additional_data },
          }),
      }),
    },
    "GET /rule-attribute-options/:rule_type": {
      answer: attributes.GET,
      owned: ruleType,
      view: ruleQuery,
      lists: true,
    },
    "GET /rule-value-options/:rule_type/:rule_attribute_id": {
      answer: offerOwnValues(values.GET),
      // Medusa takes an empty one for a column.
      queryShape: { application_method_target_type: emptyIsAbsent },
      owned: { ...ruleType, rule_attribute_id: "reference" },
      answerShape: shownLabels,
      view: valueQuery,
      lists: true,
    },
    "GET /:id": one.GET,
    "POST /:id": {
      answer: one.POST,
      before: [ensureOwnPromotion],
      refs: { campaign_id: "campaign" },
    },
    "DELETE /:id": one.DELETE,
    "GET /:id/:rule_type": {
      answer: rulesOf.GET,
      answerShape: shownLabels,
      owned: ruleType,
    },
    "POST /:id/rules/batch": ruleBatch(rules.POST, "promotion_rule"),
    "POST /:id/target-rules/batch": ruleBatch(
      targetRules.POST,
      "promotion_target_rule"
    ),
    "POST /:id/buy-rules/batch": ruleBatch(buyRules.POST, "promotion_buy_rule"),
  },
})
