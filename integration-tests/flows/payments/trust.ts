import { Modules } from "@medusajs/framework/utils"
import type { App } from "../../app"
import { orderRows } from "../../order-books"
import { ACQUIRER_PROVIDER_ID } from "../../acquirer"
import { readyMarketCart } from "../../order-sets"
import { acquirer, moneyMoved, setTheScene } from "./suite"

const SPLIT = "pp_payment-split_split"

/** What shoppers and careless callers try with shares of payments. */
export function trustInPayments(app: App): void {
  const scene = setTheScene(app)

  it("opens no session with the split provider, whatever a client sends", async () => {
    const { market, set } = scene
    const { api, store, container } = market
    const cartId = await readyMarketCart(market)
    const payments = container.resolve(Modules.PAYMENT)
    const own = await payments.createPaymentCollections({
      currency_code: "eur",
      amount: 100,
    })
    const { data } = await api.get(
      `/store/carts/${cartId}?fields=payment_collection.id`,
      store
    )
    for (const id of [own.id, data.cart.payment_collection.id]) {
      const before = await payments.listPaymentSessions({
        payment_collection_id: id,
      })
      for (const forged of [
        undefined,
        { parent_payment_id: set.payment_id },
        {
          parent_payment_id: set.payment_id,
          collection_ids: set.orders.map((one) => one.payment_collection_id),
        },
      ]) {
        const answer = await api.post(
          `/store/payment-collections/${id}/payment-sessions`,
          { provider_id: SPLIT, data: forged },
          store
        )
        expect([answer.status, answer.data.type]).toEqual([400, "invalid_data"])
        expect(answer.data.message).toContain("provider_id")
      }
      expect(
        await payments.listPaymentSessions({ payment_collection_id: id })
      ).toEqual(before)
    }
  })

  it("lets nobody open another session on a share", async () => {
    const { market, set } = scene
    const before = await orderRows(market, set.bob)
    for (const provider_id of ["pp_system_default", ACQUIRER_PROVIDER_ID]) {
      const { status, data } = await market.api.post(
        `/store/payment-collections/${set.bob.payment_collection_id}/payment-sessions`,
        { provider_id },
        market.store
      )
      expect([status, data.type]).toEqual([400, "not_allowed"])
    }
    expect(await orderRows(market, set.bob)).toEqual(before)
  })

  it("refuses to begin, change, authorise or delete a share by the module too", async () => {
    const { market, set, balanced } = scene
    const payments = market.container.resolve(Modules.PAYMENT)
    const collection = await payments.createPaymentCollections({
      currency_code: "eur",
      amount: 5,
    })
    const input = {
      provider_id: SPLIT,
      currency_code: "eur",
      amount: 5,
      data: { parent_payment_id: set.payment_id },
    }
    await expect(
      payments.createPaymentSession(collection.id, input)
    ).rejects.toThrow("Only placing an order set")
    const [session] = await payments.listPaymentSessions({
      payment_collection_id: set.bob.payment_collection_id,
    })
    const id = session?.id ?? ""
    await expect(
      payments.updatePaymentSession({ id, ...input })
    ).rejects.toThrow("Only placing an order set")
    await expect(payments.deletePaymentSession(id)).rejects.toThrow(
      "Only placing an order set"
    )
    expect(
      await payments.listPaymentSessions({
        payment_collection_id: [collection.id],
      })
    ).toEqual([])
    expect(moneyMoved()).toEqual([])
    await balanced()
  })

  it("moves nothing for a payment that points at somebody else's", async () => {
    const { market, set } = scene
    const payments = market.container.resolve<
      Record<string, (input: unknown) => Promise<{ id: string }>>
    >(Modules.PAYMENT)
    const collection = await payments.createPaymentCollections?.({
      currency_code: "eur",
      amount: 5,
    })
    const share = {
      currency_code: "eur",
      amount: 5,
      payment_collection_id: collection?.id,
      provider_id: SPLIT,
    }
    const session = await payments.createPaymentSessions?.(share)
    // Rows that no part of the plugin writes: more shares than the parent holds.
    const forged = await payments.createPayments?.({
      ...share,
      payment_session_id: session?.id,
      data: {
        parent_payment_id: set.payment_id,
        collection_ids: [
          collection?.id,
          ...set.orders.map((one) => one.payment_collection_id),
        ],
      },
    })
    await expect(
      payments.capturePayment?.({ payment_id: forged?.id })
    ).rejects.toThrow("do not agree")
    expect(acquirer.find(set.acquirer_id).status).toBe("authorized")
    expect(moneyMoved()).toEqual([])
  })

  it("keeps what the buyer's provider knows out of the shares", async () => {
    const { market, set } = scene
    const { data } = await market.container.resolve("query").graph({
      entity: "payment",
      fields: ["id", "data", "metadata", "payment_session.data"],
      filters: { id: set.orders.map((one) => one.payment_id) },
    })
    expect(data).toHaveLength(3)
    for (const payment of data) {
      expect(Object.keys(payment.data ?? {}).sort()).toEqual([
        "collection_ids",
        "parent_payment_id",
      ])
      expect(JSON.stringify(payment)).not.toContain(set.acquirer_id)
    }
  })
}
