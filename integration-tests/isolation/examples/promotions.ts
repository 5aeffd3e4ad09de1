import type { Scene } from "../fixtures"
import { at, plain, type Make } from "./example"

const ruleOn = (attribute: string, values: string[]) => ({
  attribute,
  operator: "in",
  values,
})

const newPromotion = ({ own }: Scene) => ({
  code: "SPRING",
  type: "standard",
  campaign_id: own.campaign,
  rules: [ruleOn("customer.groups.id", [own.customer_group])],
  application_method: {
    type: "percentage",
    target_type: "items",
    allocation: "across",
    value: 10,
    target_rules: [ruleOn("items.product.id", [own.product])],
  },
})

/** The rules of one kind: made, changed, taken away; and with values of somebody else. */
const ruleBatch =
  (
    rule: "promotion_rule" | "promotion_target_rule" | "promotion_buy_rule"
  ): Make =>
  ({ own, foreign }) => {
    const params = { id: own.promotion }
    const product = (id: string) => ruleOn("items.product.id", [id])
    return {
      calls: [
        {
          params,
          body: { create: [product(own.product)] },
        },
        {
          params,
          body: { update: [{ ...product(own.product), id: own[rule] }] },
        },
        { params, body: { delete: [own[rule]] } },
      ],
      foreign: [
        { params, body: { create: [product(foreign.product)] } },
        {
          params,
          body: {
            create: [ruleOn("customer.groups.id", [foreign.customer_group])],
          },
        },
        {
          params,
          body: { update: [{ id: own[rule], values: [foreign.product] }] },
        },
      ],
    }
  }

export const promotions: Record<string, Make> = {
  "GET /vendor/promotions": plain,
  "POST /vendor/promotions": (scene) => ({
    calls: [{ body: newPromotion(scene) }],
    foreign: [
      {
        body: {
          ...newPromotion(scene),
          rules: [ruleOn("customer.groups.id", [scene.foreign.customer_group])],
        },
      },
      {
        body: {
          ...newPromotion(scene),
          application_method: {
            ...newPromotion(scene).application_method,
            target_rules: [
              ruleOn("items.product.id", [
                scene.own.product,
                scene.foreign.product,
              ]),
            ],
          },
        },
      },
    ],
  }),
  "GET /vendor/promotions/:id": at(({ own }) => ({
    params: { id: own.promotion },
  })),
  "POST /vendor/promotions/:id": at(({ own }) => ({
    params: { id: own.promotion },
    body: { status: "active", campaign_id: own.campaign },
  })),
  "DELETE /vendor/promotions/:id": at(({ own }) => ({
    params: { id: own.promotion },
  })),
  "GET /vendor/promotions/:id/:rule_type": at(
    ...["rules", "target-rules", "buy-rules"].map(
      (rule_type) =>
        ({ own }: Scene) => ({ params: { id: own.promotion, rule_type } })
    )
  ),
  "POST /vendor/promotions/:id/rules/batch": ruleBatch("promotion_rule"),
  "POST /vendor/promotions/:id/target-rules/batch": ruleBatch(
    "promotion_target_rule"
  ),
  "POST /vendor/promotions/:id/buy-rules/batch":
    ruleBatch("promotion_buy_rule"),
  "GET /vendor/promotions/rule-attribute-options/:rule_type": at(() => ({
    params: { rule_type: "target-rules" },
  })),
  "GET /vendor/promotions/rule-value-options/:rule_type/:rule_attribute_id": at(
    () => ({
      params: { rule_type: "target-rules", rule_attribute_id: "product" },
    }),
    () => ({
      params: { rule_type: "rules", rule_attribute_id: "customer_group" },
      query: "q=a",
    }),
    () => ({ params: { rule_type: "rules", rule_attribute_id: "country" } })
  ),
  "GET /vendor/campaigns": plain,
  "POST /vendor/campaigns": at(() => ({
    body: {
      name: "Spring",
      campaign_identifier: "spring",
      budget: { type: "usage", limit: 10 },
    },
  })),
  "GET /vendor/campaigns/:id": at(({ own }) => ({
    params: { id: own.campaign },
    query: "fields=*promotions",
  })),
  "POST /vendor/campaigns/:id": at(({ own }) => ({
    params: { id: own.campaign },
    body: { name: "Summer" },
  })),
  "DELETE /vendor/campaigns/:id": at(({ own }) => ({
    params: { id: own.campaign },
  })),
  "POST /vendor/campaigns/:id/promotions": at(
    ({ own }) => ({
      params: { id: own.campaign },
      body: { add: [own.promotion] },
    }),
    ({ own }) => ({
      params: { id: own.campaign },
      body: { remove: [own.promotion] },
    })
  ),
}
