import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createLocationFulfillmentSetWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Market } from "./world"

/** A fulfilment set at the seller's location with one zone (Germany) and one flat option; ids by their link key. */
export async function createSellerShipping(
  { container }: Market,
  sellerId: string,
  at: { stockLocationId: string; shippingProfileId: string; price: number }
) {
  const { stockLocationId, shippingProfileId, price } = at
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  await createLocationFulfillmentSetWorkflow(container).run({
    input: {
      location_id: stockLocationId,
      fulfillment_set_data: { name: `${sellerId} shipping`, type: "shipping" },
    },
  })
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: stockLocationId },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
  })
  const [set] = await container
    .resolve(Modules.FULFILLMENT)
    .listFulfillmentSets({ name: `${sellerId} shipping` })
  const { result: zones } = await createServiceZonesWorkflow(container).run({
    input: {
      data: [
        {
          name: `${sellerId} Germany`,
          fulfillment_set_id: set?.id ?? "",
          geo_zones: [{ type: "country", country_code: "de" }],
        },
      ],
    },
  })
  const zoneId = zones[0]?.id ?? ""
  const { result: options } = await createShippingOptionsWorkflow(
    container
  ).run({
    input: [
      {
        name: "Standard",
        service_zone_id: zoneId,
        shipping_profile_id: shippingProfileId,
        provider_id: "manual_manual",
        price_type: "flat",
        type: { label: "Standard", code: "standard", description: "2-3 days" },
        prices: [{ currency_code: "eur", amount: price }],
        rules: [
          { attribute: "enabled_in_store", operator: "eq", value: "true" },
          { attribute: "is_return", operator: "eq", value: "false" },
        ],
      },
    ],
  })
  return {
    fulfillment_set_id: set?.id ?? "",
    service_zone_id: zoneId,
    shipping_option_id: options[0]?.id ?? "",
  }
}
