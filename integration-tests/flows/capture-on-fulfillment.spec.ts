import { acquirerProviders } from "../acquirer"
import { marketplaceApp } from "../app"
import type { PlacedOrder } from "../order-sets"
import {
  acquirer,
  moneyMoved,
  setTheScene,
  sweep,
  sweepOnceFound,
  until,
} from "./payments/suite"

marketplaceApp(
  (app) => {
    const scene = setTheScene(app)
    const fulfil = async (order: PlacedOrder, locationId: string) => {
      const { id } = await scene.line(order)
      await scene.ok(`/orders/${order.id}/fulfillments`, {
        location_id: locationId,
        items: [{ id, quantity: 1 }],
      })
    }
    const isPaid = async (order: PlacedOrder) =>
      (await scene.money(order)).transactions.length === 1

    it("captures an order when it is fulfilled, and no other", async () => {
      const { set, market, balanced, on } = scene
      const { bob, alice } = set
      expect(await sweep(market, "order-set-captures")).toMatchObject({
        found: 0,
      })
      await on(bob, async () => {
        await fulfil(bob, market.bob.stockLocationId)
        await until(() => isPaid(bob))
        expect(await sweep(market, "order-set-captures")).toMatchObject({
          found: 0,
        })
      })
      expect(moneyMoved()).toEqual([
        ["capture", undefined, `${set.payment_id}:capture`],
      ])
      await balanced()
      await on(alice, async () => {
        await fulfil(alice, market.alice.stockLocationId)
        await until(() => isPaid(alice))
      })
      expect(moneyMoved()).toEqual([])
      await balanced()
    })

    it("captures by the sweeper when the event could not", async () => {
      const { set, market, balanced, on } = scene
      const { bob } = set
      acquirer.next("capture", "error")
      await on(bob, async () => {
        await fulfil(bob, market.bob.stockLocationId)
        await until(async () => acquirer.moneyCalls().length === 1)
        expect(await isPaid(bob)).toBe(false)
        expect(
          await sweepOnceFound(market, "order-set-captures")
        ).toMatchObject({ found: 1, mended: 1 })
      })
      expect(await isPaid(bob)).toBe(true)
      await balanced()
    })
  },
  {
    options: { capture: "on_fulfillment", sweepPeriodSeconds: 3600 },
    paymentProviders: acquirerProviders,
  }
)
