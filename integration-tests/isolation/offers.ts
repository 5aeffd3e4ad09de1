import type { World } from "../world"
import { createSellerPromotionWorkflow } from "../../src/workflows/promotion/create-seller-promotion"
import { createSellerCustomerGroupsWorkflow } from "../../src/workflows/seller/owned-creates"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** A customer group of the seller, and a promotion of it with rules of all three kinds in a campaign. */
export async function createOffers(
  { container }: World,
  seller_id: string,
  text: string
): Promise<void> {
  const { result: groups } = await createSellerCustomerGroupsWorkflow(
    container
  ).run({ input: { seller_id, input: { customersData: [{ name: text }] } } })
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["id"],
      filters: { title: `${text} chain` },
    })
  const onProducts = [
    {
      attribute: "items.product.id",
      operator: "in" as const,
      values: data.map(({ id }) => id),
    },
  ]
  await createSellerPromotionWorkflow(container).run({
    input: {
      seller_id,
      promotion: {
        code: text,
        type: "buyget",
        status: "draft",
        campaign: { name: text, campaign_identifier: text },
        rules: [
          {
            attribute: "customer.groups.id",
            operator: "in",
            values: groups.map(({ id }) => id),
          },
        ],
        application_method: {
          type: "percentage",
          value: 50,
          target_type: "items",
          allocation: "each",
          max_quantity: 1,
          apply_to_quantity: 1,
          buy_rules_min_quantity: 1,
          target_rules: onProducts,
          buy_rules: onProducts,
        },
      },
    },
  })
}
