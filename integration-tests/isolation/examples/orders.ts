import type { Scene } from "../fixtures"
import { at, plain, type Make } from "./example"

const open = ({ own }: Scene) => ({ params: { id: own.order } })

const parcel = ({ own }: Scene) => ({
  params: { id: own.fulfilledOrder, fulfillment_id: own.fulfillment },
})

export const orders: Record<string, Make> = {
  "GET /vendor/orders": plain,
  "GET /vendor/orders/:id": at(open),
  "GET /vendor/orders/:id/changes": at(open),
  "GET /vendor/orders/:id/line-items": at(open),
  "GET /vendor/orders/:id/preview": at(open),
  "GET /vendor/orders/:id/shipping-options": at(open),
  "POST /vendor/orders/:id/cancel": at(open),
  "POST /vendor/orders/:id/complete": at(open),
  "POST /vendor/orders/:id/archive": (scene) => ({
    calls: [open(scene)],
    // Only what is completed or cancelled is archived.
    status: 400,
  }),
  "POST /vendor/orders/:id/fulfillments": at((scene) => ({
    ...open(scene),
    body: {
      location_id: scene.own.stock_location,
      shipping_option_id: scene.own.shipping_option,
      items: [{ id: scene.own.order_line_item, quantity: 1 }],
    },
  })),
  "POST /vendor/orders/:id/fulfillments/:fulfillment_id/cancel": at(parcel),
  "POST /vendor/orders/:id/fulfillments/:fulfillment_id/shipments": at(
    (scene) => ({
      ...parcel(scene),
      body: {
        items: [{ id: scene.own.fulfilledItem, quantity: 2 }],
        labels: [{ tracking_number: "T1", tracking_url: "#", label_url: "#" }],
      },
    })
  ),
  "POST /vendor/orders/:id/fulfillments/:fulfillment_id/mark-as-delivered":
    at(parcel),
  "GET /vendor/statistics": at(() => ({
    query: "time_from=2026-11-01T00:00:00Z&time_to=2026-12-01T23:59:59Z",
  })),
  "GET /vendor/reports/sales": at(() => ({
    query: "time_from=2026-11-01&time_to=2026-12-01&period=week",
  })),
  "GET /vendor/reports/products": at(() => ({
    query: "time_from=2026-11-01&time_to=2026-12-01",
  })),
  "GET /vendor/reports/conversion": at(() => ({
    query: "time_from=2026-11-01&time_to=2026-12-01&period=month",
  })),
  "GET /vendor/payments": plain,
  "GET /vendor/payments/:id": at(({ own }) => ({
    params: { id: own.payment },
  })),
  "POST /vendor/payments/:id/capture": at(({ own }) => ({
    params: { id: own.payment },
    body: { amount: 35 },
  })),
  "POST /vendor/payments/:id/refund": at(({ own }) => ({
    params: { id: own.capturedPayment },
    body: { amount: 1, note: "broken" },
  })),
}
