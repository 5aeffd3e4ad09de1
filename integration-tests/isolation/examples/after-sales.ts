import type { AfterSale } from "../after-sales"
import type { Scene } from "../fixtures"
import type { Call } from "../requests"
import { at, plain, type Make } from "./example"

type Body = (scene: Scene) => Record<string, unknown>

/** A call about a change under way, on its whole or on the action of this name. */
const about =
  (sale: AfterSale, action?: string, body?: Body): ((scene: Scene) => Call) =>
  (scene) => {
    const { id, [action ?? ""]: action_id = "" } = scene.own[sale]
    return {
      params: { id, ...(action && { action_id }) },
      ...(body && { body: body(scene) }),
    }
  }

const itemOf =
  (sale: AfterSale, more: Body = () => ({})): Body =>
  (scene) => ({
    items: [{ id: scene.own[sale].item, quantity: 1 }],
    ...more(scene),
  })

const location: Body = ({ own }) => ({ location_id: own.stock_location })
const variant: Body = ({ own }) => ({
  items: [{ variant_id: own.looseVariant, quantity: 1 }],
})
const option: Body = ({ own }) => ({
  shipping_option_id: own.shipping_option,
  custom_amount: 2,
})
const orderOf =
  (more: Record<string, unknown> = {}): Body =>
  ({ own }) => ({ order_id: own.deliveredOrder, ...more })

const two: Body = () => ({ quantity: 2 })
const cheaper: Body = () => ({ custom_amount: 0 })
const empty: Body = () => ({})

const began = (body: Body) => at((scene) => ({ body: body(scene) }))

const returns: Record<string, Make> = {
  "GET /": plain,
  "POST /": began((scene) => ({ ...orderOf()(scene), ...location(scene) })),
  "GET /:id": at(about("opened")),
  "POST /:id": at(about("opened", undefined, location)),
  "POST /:id/cancel": (scene) => ({
    calls: [about("opened", undefined, empty)(scene)],
    // A change of the order is under way.
    status: 400,
  }),
  "POST /:id/request-items": at(about("opened", undefined, itemOf("opened"))),
  "POST /:id/request-items/:action_id": at(about("opened", "RETURN_ITEM", two)),
  "DELETE /:id/request-items/:action_id": at(about("opened", "RETURN_ITEM")),
  "POST /:id/shipping-method": at(about("opened", undefined, option)),
  "POST /:id/shipping-method/:action_id": at(
    about("opened", "SHIPPING_ADD", cheaper)
  ),
  "DELETE /:id/shipping-method/:action_id": at(about("opened", "SHIPPING_ADD")),
  "POST /:id/request": at(about("opened", undefined, empty)),
  "DELETE /:id/request": at(about("opened")),
  "POST /:id/receive": (scene) => ({
    calls: [about("opened", undefined, empty)(scene)],
    // It is not requested yet.
    status: 400,
  }),
  "DELETE /:id/receive": at(about("arriving")),
  "POST /:id/receive/confirm": at(about("arriving", undefined, empty)),
  "POST /:id/receive-items": at(
    about("arriving", undefined, itemOf("arriving"))
  ),
  "POST /:id/receive-items/:action_id": at(
    about("arriving", "RECEIVE_RETURN_ITEM", () => ({ quantity: 1 }))
  ),
  "DELETE /:id/receive-items/:action_id": at(
    about("arriving", "RECEIVE_RETURN_ITEM")
  ),
  "POST /:id/dismiss-items": at(
    about("arriving", undefined, itemOf("arriving"))
  ),
  "POST /:id/dismiss-items/:action_id": at(
    about("arriving", "RECEIVE_DAMAGED_RETURN_ITEM", () => ({ quantity: 1 }))
  ),
  "DELETE /:id/dismiss-items/:action_id": at(
    about("arriving", "RECEIVE_DAMAGED_RETURN_ITEM")
  ),
}

/** What claims and exchanges have in common. */
const swaps = (sale: "claimed" | "exchanged"): Record<string, Make> => ({
  "GET /": plain,
  "GET /:id": at(about(sale)),
  "POST /:id/cancel": (scene) => ({
    calls: [about(sale, undefined, empty)(scene)],
    // A change of the order is under way.
    status: 400,
  }),
  "POST /:id/inbound/items": at(about(sale, undefined, itemOf(sale, location))),
  "POST /:id/inbound/items/:action_id": at(about(sale, "RETURN_ITEM", two)),
  "DELETE /:id/inbound/items/:action_id": at(about(sale, "RETURN_ITEM")),
  "POST /:id/inbound/shipping-method": at(about(sale, undefined, option)),
  "POST /:id/inbound/shipping-method/:action_id": at(
    about(sale, "SHIPPING_ADD", cheaper)
  ),
  "DELETE /:id/inbound/shipping-method/:action_id": at(
    about(sale, "SHIPPING_ADD")
  ),
  "POST /:id/outbound/items": at(about(sale, undefined, variant)),
  "POST /:id/outbound/items/:action_id": at(about(sale, "ITEM_ADD", two)),
  "DELETE /:id/outbound/items/:action_id": at(about(sale, "ITEM_ADD")),
  "POST /:id/outbound/shipping-method": at(about(sale, undefined, option)),
  "POST /:id/outbound/shipping-method/:action_id": at(
    about(sale, "SHIPPING_ADD", cheaper)
  ),
  "DELETE /:id/outbound/shipping-method/:action_id": at(
    about(sale, "SHIPPING_ADD")
  ),
  "POST /:id/request": at(about(sale, undefined, empty)),
  "DELETE /:id/request": at(about(sale)),
})

const claims: Record<string, Make> = {
  ...swaps("claimed"),
  "POST /": began(orderOf({ type: "refund" })),
  "POST /:id/claim-items": at(about("claimed", undefined, itemOf("claimed"))),
  "POST /:id/claim-items/:action_id": at(
    about("claimed", "WRITE_OFF_ITEM", two)
  ),
  "DELETE /:id/claim-items/:action_id": at(about("claimed", "WRITE_OFF_ITEM")),
}

const exchanges: Record<string, Make> = {
  ...swaps("exchanged"),
  "POST /": began(orderOf()),
}

const edits: Record<string, Make> = {
  "POST /": began(orderOf()),
  "DELETE /:id": at(about("edited")),
  "POST /:id/items": at(about("edited", undefined, variant)),
  "POST /:id/items/item/:item_id": at((scene) => ({
    params: { id: scene.own.edited.id, item_id: scene.own.edited.item },
    body: { quantity: 4 },
  })),
  "POST /:id/items/:action_id": at(about("edited", "ITEM_ADD", two)),
  "DELETE /:id/items/:action_id": at(about("edited", "ITEM_ADD")),
  "POST /:id/shipping-method": at(about("edited", undefined, option)),
  "POST /:id/shipping-method/:action_id": at(
    about("edited", "SHIPPING_ADD", cheaper)
  ),
  "DELETE /:id/shipping-method/:action_id": at(about("edited", "SHIPPING_ADD")),
  "POST /:id/request": at(about("edited", undefined, empty)),
  "POST /:id/confirm": at(about("edited", undefined, empty)),
}

const under = (resource: string, makes: Record<string, Make>) =>
  Object.entries(makes).map(([name, make]) => [
    name.replace(/ \/?/, ` /vendor/${resource}/`).replace(/\/$/, ""),
    make,
  ])

export const afterSales: Record<string, Make> = Object.fromEntries([
  ...under("returns", returns),
  ...under("claims", claims),
  ...under("exchanges", exchanges),
  ...under("order-edits", edits),
])
