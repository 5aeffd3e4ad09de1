import { createReservationsWorkflow } from "@medusajs/medusa/core-flows"
import type { World } from "../world"
import { createSellerPromotionWorkflow } from "../../src/workflows/promotion/create-seller-promotion"
import {
  createSellerCustomerGroupsWorkflow,
  createSellerInventoryItemsWorkflow,
  createSellerPriceListsWorkflow,
} from "../../src/workflows/seller/owned-creates"
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
  const { data: products } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["id", "variants.id"],
      filters: { title: `${text} chain` },
    })
  await createSellerPriceListsWorkflow(container).run({
    input: {
      seller_id,
      input: {
        price_lists_data: [
          {
            title: text,
            description: text,
            prices: products.flatMap(({ variants }) =>
              variants.map(({ id }: { id: string }) => ({
                variant_id: id,
                amount: 8,
                currency_code: "eur",
              }))
            ),
          },
        ],
      },
    },
  })
  const onProducts = [
    {
      attribute: "items.product.id",
      operator: "in" as const,
      values: products.map(({ id }) => id),
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

/** An item of its own that is stocked and reserved. */
export async function createHeldItem(
  { container }: World,
  seller: { id: string; stockLocationId: string },
  text: string
): Promise<{ heldItem: string; reservation: string }> {
  const { result: items } = await createSellerInventoryItemsWorkflow(
    container
  ).run({
    input: {
      seller_id: seller.id,
      input: {
        items: [
          {
            title: `${text} held`,
            location_levels: [
              { location_id: seller.stockLocationId, stocked_quantity: 20 },
            ],
          },
        ],
      },
    },
  })
  const heldItem = items[0]?.id ?? ""
  const { result } = await createReservationsWorkflow(container).run({
    input: {
      reservations: [
        {
          inventory_item_id: heldItem,
          location_id: seller.stockLocationId,
          quantity: 1,
          description: text,
        },
      ],
    },
  })
  return { heldItem, reservation: result[0]?.id ?? "" }
}
