import type { Scene } from "../fixtures"
import { at, plain, type Make } from "./example"

const newPrice = ({ own, world }: Scene) => ({
  variant_id: own.product_variant,
  currency_code: "eur",
  amount: 7,
  rules: { region_id: world.regionId },
})

const changedPrice = ({ own, world }: Scene) => ({
  id: own.price_list_price,
  variant_id: own.product_variant,
  currency_code: "eur",
  amount: 6,
  rules: { region_id: world.regionId },
})

const listOf = ({ own }: Scene) => ({ id: own.price_list })

const newList = (scene: Scene) => ({
  title: "Sale",
  description: "Spring sale",
  prices: [newPrice(scene)],
})

/** New, changed and deleted prices of a list. */
const changes: Make = (scene) => ({
  calls: [
    {
      params: listOf(scene),
      body: { create: [newPrice(scene)], update: [changedPrice(scene)] },
    },
    {
      params: listOf(scene),
      body: { delete: [scene.own.price_list_price] },
    },
  ],
})

export const offers: Record<string, Make> = {
  "GET /vendor/price-lists": plain,
  "POST /vendor/price-lists": (scene) => ({
    calls: [
      {
        body: {
          ...newList(scene),
          rules: { "customer.groups.id": [scene.own.customer_group] },
        },
      },
    ],
    foreign: [
      {
        body: {
          ...newList(scene),
          rules: { "customer.groups.id": [scene.foreign.customer_group] },
        },
      },
    ],
  }),
  "GET /vendor/price-lists/:id": at((scene) => ({ params: listOf(scene) })),
  "POST /vendor/price-lists/:id": (scene) => ({
    calls: [{ params: listOf(scene), body: { title: "Summer" } }],
    foreign: [
      {
        params: listOf(scene),
        body: {
          rules: { "customer.groups.id": [scene.foreign.customer_group] },
        },
      },
    ],
  }),
  "DELETE /vendor/price-lists/:id": at((scene) => ({ params: listOf(scene) })),
  "GET /vendor/price-lists/:id/prices": at((scene) => ({
    params: listOf(scene),
  })),
  "POST /vendor/price-lists/:id/prices": at((scene) => ({
    params: listOf(scene),
    body: { prices: [newPrice(scene)] },
  })),
  "POST /vendor/price-lists/:id/prices/batch": changes,
  "DELETE /vendor/price-lists/:id/prices/:price_id": at((scene) => ({
    params: { ...listOf(scene), price_id: scene.own.price_list_price },
  })),
  "GET /vendor/price-lists/:id/products": at((scene) => ({
    params: listOf(scene),
  })),
  "POST /vendor/price-lists/:id/products": (scene) => ({
    calls: [
      ...changes(scene).calls,
      { params: listOf(scene), body: { remove: [scene.own.product] } },
    ],
    foreign: [
      {
        params: listOf(scene),
        body: { remove: [scene.own.product, scene.foreign.price_list_price] },
      },
    ],
  }),
  "GET /vendor/customers": ({ own, foreign }) => ({
    calls: [{}, { query: `groups=${own.customer_group}` }],
    foreign: [{ query: `groups[]=${foreign.customer_group}` }],
  }),
  "GET /vendor/customers/:id": at(({ own }) => ({
    params: { id: own.customer },
  })),
  "GET /vendor/customers/:id/orders": at(({ own }) => ({
    params: { id: own.customer },
  })),
  "POST /vendor/customers/:id/customer-groups": at(
    ({ own }) => ({
      params: { id: own.customer },
      body: { add: [own.customer_group] },
    }),
    ({ own }) => ({
      params: { id: own.customer },
      body: { remove: [own.customer_group] },
    })
  ),
  "GET /vendor/customer-groups": plain,
  "POST /vendor/customer-groups": at(() => ({ body: { name: "Regulars" } })),
  "GET /vendor/customer-groups/:id": at(({ own }) => ({
    params: { id: own.customer_group },
  })),
  "POST /vendor/customer-groups/:id": at(({ own }) => ({
    params: { id: own.customer_group },
    body: { name: "Renamed", metadata: { note: "x" } },
  })),
  "DELETE /vendor/customer-groups/:id": at(({ own }) => ({
    params: { id: own.customer_group },
  })),
  "POST /vendor/customer-groups/:id/customers": at(
    ({ own }) => ({
      params: { id: own.customer_group },
      body: { add: [own.customer] },
    }),
    ({ own }) => ({
      params: { id: own.customer_group },
      body: { remove: [own.customer] },
    })
  ),
  "GET /vendor/reservations": plain,
  "POST /vendor/reservations": at(({ own }) => ({
    body: {
      inventory_item_id: own.heldItem,
      location_id: own.stock_location,
      line_item_id: own.order_line_item,
      quantity: 1,
    },
  })),
  "GET /vendor/reservations/:id": at(({ own }) => ({
    params: { id: own.reservation },
  })),
  "POST /vendor/reservations/:id": at(({ own }) => ({
    params: { id: own.reservation },
    body: { location_id: own.stock_location, quantity: 2, description: "box" },
  })),
  "DELETE /vendor/reservations/:id": at(({ own }) => ({
    params: { id: own.reservation },
  })),
  "GET /vendor/uploads": plain,
  "POST /vendor/uploads": () => ({
    calls: [{}],
    // Images come as multipart, which has a suite of its own.
    status: 400,
  }),
  "DELETE /vendor/uploads/:id": at(({ own }) => ({
    params: { id: own.upload },
  })),
}
