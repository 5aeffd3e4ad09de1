import type { Suite } from "../app"
import { delivered } from "../flows/requests/delivered"
import { readyCart } from "../world"
import { captureOrderSetWorkflow } from "../../src/workflows/order-set/capture-order-set"
import { markOrderSetAnnouncedWorkflow } from "../../src/workflows/order-set/mark-order-set-announced"
import { settleOrderSetWorkflow } from "../../src/workflows/order-set/settle-order-set"
import { settleOrderSetOfWorkflow } from "../../src/workflows/order-set/settle-order-set-of"
import { postOrderMoneyWorkflow } from "../../src/workflows/payout/post-order-money"
import { settleOrderChangesWorkflow } from "../../src/workflows/payout/settle-order-changes"
import { trackWorkflow } from "../../src/workflows/analytics/track"
import { notifyWorkflow } from "../../src/workflows/notice/notify"
import { refundReturnWorkflow } from "../../src/workflows/order/refund-return"
import { runSweepersWorkflow } from "../../src/workflows/sweeper/run-sweepers"
import { rows } from "../rows"
import { expectUndone } from "./expect-undone"
import type { Deed, Example } from "./undone"

type Scene = Awaited<ReturnType<typeof delivered>>

const sessions = {
  ...{
    payment_session: "Medusa makes a fresh session",
    payment_collection: "and with it a fresh amount",
  },
}
const moved =
  "money that moved is not taken back; the next run goes on from the rows"

const told = "what is kept to be told is told by the sweeper"

/** What buyers do, and what follows an order. */
export const shop: Suite = (app) => {
  let scene: Scene

  beforeAll(async () => {
    scene = await delivered(app)
  })

  const post = (path: string, body: object = {}, as = scene.world.store) =>
    scene.world.api.post(path, body, as)
  const cart = () => {
    const { world, bob, alice, bolt, mug } = scene
    return readyCart(
      world,
      [bolt, mug].map(({ variantId }) => ({ variantId, quantity: 1 })),
      [bob.shippingOptionId, alice.shippingOptionId]
    )
  }
  const emptyCart = async () => {
    const { regionId } = scene.world
    const { data } = await post("/store/carts", { region_id: regionId })
    return String(data.cart.id)
  }
  const one = async (sql: string) => String((await rows(app, sql))[0]?.id)
  const placedSet = () =>
    one("select id from order_set where status = 'placed'")
  const returnRequest = async () =>
    String((await scene.ask(1)).data.order_return_request.id)
  const answerReturn = (id: string, status: string) =>
    post(
      `/vendor/return-request/${id}`,
      {
        status,
        vendor_reviewer_note: "",
        location_id: scene.bob.stockLocationId,
      },
      scene.seller.as
    )
  const run =
    <I>(
      workflow: (c: Scene["world"]["container"]) => {
        run: (args: { input: I }) => Promise<unknown>
      },
      input: I
    ): Deed =>
    () =>
      workflow(scene.world.container).run({ input })

  const examples: Record<string, () => Example> = {
    "lines are added together": () => ({
      prepare: async () => {
        const id = await emptyCart()
        const items = [scene.bolt, scene.mug].map(({ variantId }) => ({
          ...{ variant_id: variantId, quantity: 1 },
        }))
        return () => post(`/store/carts/${id}/line-items/batch`, { items })
      },
    }),
    "shipping is chosen": () => ({
      prepare: async () => {
        const id = await cart()
        const methods = [scene.bob, scene.alice].map((seller) => ({
          option_id: seller.shippingOptionId,
        }))
        return () =>
          post(`/store/carts/${id}/shipping-methods/batch`, { methods })
      },
      keeps: sessions,
    }),
    "shipping methods are removed": () => ({
      prepare: async () => {
        const id = await cart()
        const found = await rows(
          app,
          `select id from cart_shipping_method where cart_id = '${id}' and deleted_at is null`
        )
        const { api, store } = scene.world
        return () =>
          api.delete(`/store/carts/${id}/shipping-methods`, {
            ...store,
            data: { shipping_method_ids: found.map((row) => row.id) },
          })
      },
      keeps: sessions,
    }),
    "a line is removed": () => ({
      prepare: async () => {
        const id = await cart()
        const line = await one(
          `select id from cart_line_item where cart_id = '${id}'`
        )
        const { api, store } = scene.world
        return () => api.delete(`/store/carts/${id}/line-items/${line}`, store)
      },
      keeps: sessions,
    }),
    "a cart is completed": () => ({
      prepare: async () => {
        const id = await cart()
        return () => post(`/store/carts/${id}/complete`)
      },
      keeps: {
        payment: "the voided payment is kept, as cancelled",
        order_set_order: "as much as the set itself",
        order_set: "says that this try failed, and to whom its marks belong",
        payment_session: "a voided payment leaves a fresh session",
        payment_collection: "counts what was authorised of the fresh session",
      },
    }),
    "a set is settled": () => ({
      prepare: async () =>
        run(settleOrderSetWorkflow, { id: await placedSet() }),
      keeps: { payment: moved, capture: moved, payment_collection: moved },
    }),
    "the set of an order is settled": () => ({
      prepare: () => run(settleOrderSetOfWorkflow, { order_id: scene.orderId }),
    }),
    "a set is captured": () => ({
      prepare: async () =>
        run(captureOrderSetWorkflow, { id: await placedSet() }),
    }),
    "a set is marked as announced": () => ({
      prepare: async () =>
        run(markOrderSetAnnouncedWorkflow, { id: await placedSet() }),
      keeps: { notice: told },
    }),
    "an order's money is posted": () => ({
      prepare: () => run(postOrderMoneyWorkflow, { order_id: scene.orderId }),
    }),
    "an order's changes are settled": () => ({
      prepare: () =>
        run(settleOrderChangesWorkflow, { order_id: scene.orderId }),
    }),
    "an event is tracked": () => ({
      prepare: async () =>
        run(trackWorkflow, {
          event: "order_set.placed",
          data: { id: await placedSet() },
        }),
    }),
    "people are told": () => ({
      prepare: () =>
        run(notifyWorkflow, {
          event: "seller.accepted",
          data: { id: scene.bob.id, from: "pending", to: "active" },
        }),
      keeps: { notice: told },
    }),
    "a return is asked for": () => ({ prepare: () => () => scene.ask(1) }),
    "a return is accepted": () => ({
      prepare: async () => {
        const id = await returnRequest()
        return () => answerReturn(id, "refunded")
      },
      keeps: { "request.failure": "says why it failed" },
    }),
    "a return is declined": () => ({
      prepare: async () => {
        const id = await returnRequest()
        return () => answerReturn(id, "withdrawn")
      },
    }),
    "a return is escalated": () => ({
      prepare: async () => {
        const id = await returnRequest()
        await answerReturn(id, "withdrawn")
        return () =>
          post(`/store/return-request/${id}/escalate`, {}, scene.clara.as)
      },
    }),
    "an escalated return is decided": () => ({
      prepare: async () => {
        const id = await returnRequest()
        await answerReturn(id, "withdrawn")
        await post(`/store/return-request/${id}/escalate`, {}, scene.clara.as)
        return () =>
          post(
            `/admin/return-request/${id}`,
            { status: "refunded", admin_reviewer_note: "" },
            scene.world.admin
          )
      },
      keeps: { "request.failure": "says why it failed" },
    }),
    "a return request is withdrawn": () => ({
      prepare: async () => {
        const id = await returnRequest()
        return () =>
          post(`/store/return-request/${id}/withdraw`, {}, scene.clara.as)
      },
    }),
    "a received return is refunded": () => ({
      prepare: async () => {
        await answerReturn(await returnRequest(), "refunded")
        const { admin } = scene.world
        const id = await one(`select id from "return"`)
        const path = `/admin/returns/${id}`
        await post(`${path}/receive`, {}, admin)
        const line = await one("select item_id as id from return_item")
        const items = [{ id: line, quantity: 1 }]
        await post(`${path}/receive-items`, { items }, admin)
        await post(`${path}/receive/confirm`, {}, admin)
        return run(refundReturnWorkflow, {
          order_id: scene.orderId,
          return_id: id,
        })
      },
      keeps: {
        ...{ payment: moved, refund: moved, payment_collection: moved },
        ...{ order_transaction: moved, order_summary: moved },
        ...{ sweep: moved, seller_order: "follows the order's rows" },
      },
      mend: async () => {
        await rows(
          app,
          "update refund set created_at = created_at - interval '1 hour'"
        )
        await runSweepersWorkflow(scene.world.container).run({
          input: { names: ["order-set-unbooked-payments"] },
        })
      },
    }),
    "a review is written": () => ({
      prepare: () => () => post("/store/reviews", review(), scene.clara.as),
      keeps: { review_score: "of no review, until one is written" },
    }),
    "a review is changed": () => ({
      prepare: async () => {
        const id = await reviewed()
        return () => post(`/store/reviews/${id}`, { rating: 2 }, scene.clara.as)
      },
    }),
    "a review is removed": () => ({
      prepare: async () => {
        const id = await reviewed()
        return () =>
          scene.world.api.delete(`/store/reviews/${id}`, scene.clara.as)
      },
    }),
  }
  const review = () => ({
    ...{ order_id: scene.orderId, reference: "seller" },
    ...{ reference_id: scene.bob.id, rating: 4 },
  })
  const reviewed = async () =>
    String(
      (await post("/store/reviews", review(), scene.clara.as)).data.review.id
    )

  it.each(Object.entries(examples))("%s", async (_name, example) => {
    await expectUndone(app, example())
  })
}
