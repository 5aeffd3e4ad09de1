import type { Scene } from "../fixtures"
import { at, plain, type Make } from "./example"

const zoneOf = ({ own }: Scene) => ({
  id: own.fulfillment_set,
  zone_id: own.service_zone,
})

const germany = [{ type: "country", country_code: "de" }]

export const shipping: Record<string, Make> = {
  "GET /vendor/stock-locations": plain,
  "POST /vendor/stock-locations": at(() => ({ body: { name: "Hamburg" } })),
  "GET /vendor/stock-locations/:id": at(({ own }) => ({
    params: { id: own.stock_location },
  })),
  "POST /vendor/stock-locations/:id": at(({ own }) => ({
    params: { id: own.stock_location },
    body: { name: "Bremen" },
  })),
  "DELETE /vendor/stock-locations/:id": at(({ own }) => ({
    params: { id: own.spareLocation },
  })),
  "POST /vendor/stock-locations/:id/fulfillment-sets": at(({ own }) => ({
    params: { id: own.spareLocation },
    body: { name: "pick up", type: "pickup" },
  })),
  "POST /vendor/stock-locations/:id/sales-channels": at(({ own, world }) => ({
    params: { id: own.spareLocation },
    body: { add: [world.salesChannelId] },
  })),
  "POST /vendor/stock-locations/:id/fulfillment-providers": at(({ own }) => ({
    params: { id: own.spareLocation },
    body: { add: ["manual_manual"] },
  })),
  "DELETE /vendor/fulfillment-sets/:id": at(({ own }) => ({
    params: { id: own.fulfillment_set },
  })),
  "POST /vendor/fulfillment-sets/:id/service-zones": at(({ own }) => ({
    params: { id: own.fulfillment_set },
    body: { name: "Germany", geo_zones: germany },
  })),
  "GET /vendor/fulfillment-sets/:id/service-zones/:zone_id": at((scene) => ({
    params: zoneOf(scene),
  })),
  "POST /vendor/fulfillment-sets/:id/service-zones/:zone_id": at((scene) => ({
    params: zoneOf(scene),
    body: {
      name: "Here",
      geo_zones: germany.map((zone) => ({ ...zone, id: scene.own.geo_zone })),
    },
  })),
  "DELETE /vendor/fulfillment-sets/:id/service-zones/:zone_id": at((scene) => ({
    params: zoneOf(scene),
  })),
  "GET /vendor/shipping-profiles": plain,
  "POST /vendor/shipping-profiles": at(() => ({
    body: { name: "Bulky", type: "bulky" },
  })),
  "GET /vendor/shipping-profiles/:id": at(({ own }) => ({
    params: { id: own.shipping_profile },
  })),
  "POST /vendor/shipping-profiles/:id": at(({ own }) => ({
    params: { id: own.shipping_profile },
    body: { name: "Heavy" },
  })),
  "DELETE /vendor/shipping-profiles/:id": at(({ own }) => ({
    params: { id: own.spareProfile },
  })),
  "GET /vendor/shipping-options": plain,
  "POST /vendor/shipping-options": at(({ own }) => ({
    body: {
      name: "Express",
      service_zone_id: own.service_zone,
      shipping_profile_id: own.shipping_profile,
      provider_id: "manual_manual",
      type: { label: "Express", description: "1 day", code: "express" },
      prices: [{ currency_code: "eur", amount: 9 }],
    },
  })),
  "GET /vendor/shipping-options/:id": at(({ own }) => ({
    params: { id: own.shipping_option },
  })),
  "POST /vendor/shipping-options/:id": at(({ own }) => ({
    params: { id: own.shipping_option },
    body: {
      shipping_profile_id: own.shipping_profile,
      prices: [
        { id: own.shipping_option_price, currency_code: "eur", amount: 6 },
      ],
      rules: [
        {
          id: own.shipping_option_rule,
          attribute: "enabled_in_store",
          operator: "eq",
          value: "true",
        },
      ],
    },
  })),
  "DELETE /vendor/shipping-options/:id": at(({ own }) => ({
    params: { id: own.shipping_option },
  })),
  "POST /vendor/shipping-options/:id/rules/batch": at(
    ({ own }) => ({
      params: { id: own.shipping_option },
      body: {
        update: [
          {
            id: own.shipping_option_rule,
            attribute: "enabled_in_store",
            operator: "eq",
            value: "false",
          },
        ],
      },
    }),
    ({ own }) => ({
      params: { id: own.shipping_option },
      body: { delete: [own.shipping_option_rule] },
    })
  ),
}
