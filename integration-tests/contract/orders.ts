import type { App } from "../app"
import { setTheOrderScene } from "../http/vendor/orders/scene"

const detailFields = [
  "id,status,created_at,canceled_at,email,display_id,currency_code,metadata,total,item_total",
  "shipping_subtotal,subtotal,discount_total,discount_subtotal,shipping_total,shipping_tax_total",
  "tax_total,refundable_total,order_change,commission_value,*customer,*items,*items.variant",
  "*items.variant.product,*items.variant.options,+items.variant.manage_inventory",
  "*items.variant.inventory_items.inventory,+items.variant.inventory_items.required_quantity",
  "*items.variant.prices,+summary,*shipping_address,*billing_address,*sales_channel,*promotion",
  "*shipping_methods,*fulfillments,+fulfillments.shipping_option.service_zone.fulfillment_set.type",
  "*fulfillments.items,*fulfillments.labels,*fulfillments.labels,region.automatic_taxes",
  "*split_order_payment,payment_status,*returns",
].join(",")

const paymentLabels = [
  ...["pending", "authorized", "partially_authorized", "awaiting"],
  ...["captured", "refunded", "partially_refunded", "partially_captured"],
  ...["canceled", "requires_action"],
]
const fulfilmentLabels = [
  ...["not_fulfilled", "partially_fulfilled", "fulfilled"],
  ...["partially_shipped", "shipped", "partially_delivered", "delivered"],
  ...["partially_returned", "returned", "canceled", "requires_action"],
]

/** Calls of the classic panel about orders: what it sends, and what it reads of the answers. */
export function ordersOfPanels(app: App): void {
  const scene = setTheOrderScene(app)

  /** The panel sends a content type with every call, also with no body. */
  const post = async (path: string, body?: unknown) => {
    const { market, bob } = scene
    const res = await market.api.post(
      `/vendor${path}`,
      body === undefined ? undefined : JSON.stringify(body),
      {
        headers: {
          ...bob.as.headers,
          "content-type": "application/json",
          "x-publishable-api-key": "",
        },
      }
    )
    expect({ path, status: res.status, data: res.data }).toMatchObject({
      path,
      status: 200,
    })
    return res.data
  }

  const labelled = (order: Record<string, unknown>) => {
    expect(["pending", "completed", "canceled"]).toContain(order.status)
    expect(paymentLabels).toContain(order.payment_status)
    expect(fulfilmentLabels).toContain(order.fulfillment_status)
  }

  it("lists whole, searches by number, and shows what a page reads", async () => {
    const { bob } = scene
    const set = await scene.place()
    const list = await bob.read(
      "/orders?fields=*customer,%2Bpayment_status,*split_order_payment"
    )
    expect(list).toMatchObject({ count: 1, limit: 500, offset: 0 })
    const [row] = list.orders
    labelled(row)
    expect(row).toMatchObject({
      id: set.bob.id,
      display_id: expect.any(Number),
      email: "clara@example.com",
      currency_code: "eur",
      total: set.bob.share,
      region_id: expect.any(String),
      sales_channel_id: expect.any(String),
      created_at: expect.any(String),
      updated_at: expect.any(String),
      customer: { email: "clara@example.com" },
      split_order_payment: {
        status: "authorized",
        currency_code: "eur",
        authorized_amount: set.bob.share,
        captured_amount: 0,
        refunded_amount: 0,
        payment_collection_id: set.bob.payment_collection_id,
      },
    })
    const palette = await bob.read(
      `/orders?q=${row.display_id}&limit=3&fields=id,email,display_id`
    )
    expect(palette.orders.length).toBeGreaterThanOrEqual(1)
    const { order } = await bob.read(
      `/orders/${set.bob.id}?fields=${encodeURIComponent(detailFields)}`
    )
    labelled(order)
    expect(order).toMatchObject({
      display_id: row.display_id,
      total: set.bob.share,
      sales_channel: { name: "Storefront" },
      region: { automatic_taxes: expect.any(Boolean) },
      shipping_methods: [{ name: "Standard", amount: 5 }],
      summary: { pending_difference: expect.any(Number) },
      fulfillments: [],
      returns: [],
      shipping_address: { city: "Berlin" },
    })
    expect(order.items[0]).toMatchObject({
      quantity: 2,
      unit_price: 10,
      requires_shipping: true,
      detail: { fulfilled_quantity: 0 },
      variant: {
        manage_inventory: true,
        product: { title: "Bolt" },
        inventory_items: [
          { required_quantity: 1, inventory: expect.anything() },
        ],
      },
    })
    const { order: plain } = await bob.read(`/orders/${set.bob.id}`)
    expect(plain.payment_collections).toMatchObject([
      { id: set.bob.payment_collection_id, amount: set.bob.share },
    ])
    const { order_changes } = await bob.read(`/orders/${set.bob.id}/changes`)
    expect(order_changes).toEqual([])
  })

  it("packs, ships, delivers, completes and cancels with the bodies of the panel", async () => {
    const { market, bob } = scene
    const set = await scene.place()
    const other = await scene.place()
    const path = `/orders/${set.bob.id}`
    const { order } = await bob.read(path)
    const items = [{ id: order.items[0].id, quantity: 2 }]
    const packed = await post(`${path}/fulfillments`, {
      location_id: market.bob.stockLocationId,
      requires_shipping: true,
      items,
    })
    const parcel = `${path}/fulfillments/${packed.fulfillment.id}`
    const { commission } = await bob.read(`${path}/commission`)
    expect(Number(commission.commission_value.amount)).toBeGreaterThanOrEqual(0)
    const shipped = await post(`${parcel}/shipments`, {
      items,
      labels: [{ tracking_number: "1", tracking_url: "#", label_url: "#" }],
    })
    labelled(shipped.order)
    const delivered = await post(`${parcel}/mark-as-delivered`)
    expect(delivered.order.fulfillment_status).toBe("delivered")
    expect(delivered.order.fulfillments[0]).toMatchObject({
      location_id: market.bob.stockLocationId,
      delivered_at: expect.any(String),
      items: [{ line_item_id: items[0]?.id, quantity: 2 }],
      labels: [{ tracking_number: "1" }],
    })
    const completed = await post(`${path}/complete`)
    expect(completed.order.status).toBe("completed")
    const archived = await post(`${path}/archive`)
    expect(archived.order.status).toBe("completed")
    expect((await bob.read("/orders?status=completed")).count).toBe(1)
    const begunParcel = await post(`/orders/${other.bob.id}/fulfillments`, {
      location_id: market.bob.stockLocationId,
      requires_shipping: true,
      items: [
        {
          id: (await bob.read(`/orders/${other.bob.id}`)).order.items[0].id,
          quantity: 1,
        },
      ],
    })
    await post(
      `/orders/${other.bob.id}/fulfillments/${begunParcel.fulfillment.id}/cancel`
    )
    const cancelled = await post(`/orders/${other.bob.id}/cancel`)
    labelled(cancelled.order)
    expect(cancelled.order.status).toBe("canceled")
    const begun = await post("/returns", { order_id: set.bob.id })
    const returns = await bob.read(`/returns?order_id=${set.bob.id}`)
    expect(returns.returns).toHaveLength(1)
    const one = await bob.read(`/returns/${begun.return.id}`)
    expect(one.return).toMatchObject({ id: begun.return.id, items: [] })
  })
}
