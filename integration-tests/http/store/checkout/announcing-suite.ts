import { runSweepersWorkflow } from "../../../../src/workflows/sweeper/run-sweepers"
import type { App } from "../../../app"
import { eventLog } from "../../../event-log"
import { rows } from "../../../rows"
import { complete, fill, openShop, until } from "./shop"

/** Who is told of a placed set, also when its server died before it could tell. */
export function announcing(app: App): void {
  const sweep = async () => {
    const { result } = await runSweepersWorkflow(app.getContainer()).run({
      input: { names: ["unannounced-order-sets"] },
    })
    const [{ found, mended, failed } = { found: -1, mended: -1, failed: -1 }] =
      result
    return { found, mended, failed }
  }
  const isAnnounced = async (id: string) => {
    const [row] = await rows(
      app,
      "select announced_at is not null as known from order_set where id = $1",
      [id]
    )
    return Boolean(row?.known)
  }

  it("notes that its events are out, and tells again of a set nobody heard of", async () => {
    const shop = await openShop(app)
    const log = eventLog(shop.container, ["order.placed", "order_set.placed"])
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    const { order_set } = (await complete(shop, cartId)).data
    expect(await until(() => isAnnounced(order_set.id), Boolean)).toBe(true)
    const said = await log.take()
    expect(said).toHaveLength(3)

    // As a server leaves it that dies between the mark and its events.
    await rows(
      app,
      `update order_set set announced_at = null,
         updated_at = now() - interval '1 hour' where id = $1`,
      [order_set.id]
    )
    expect(await sweep()).toEqual({ found: 1, mended: 1, failed: 0 })
    expect(await log.take()).toEqual(said)
    expect(await isAnnounced(order_set.id)).toBe(true)
    expect(await sweep()).toEqual({ found: 0, mended: 0, failed: 0 })
    expect(await log.take()).toEqual([])
  })

  it("leaves a set alone that is being announced, and one that was not placed", async () => {
    const shop = await openShop(app)
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    const { order_set } = (await complete(shop, cartId)).data
    await until(() => isAnnounced(order_set.id), Boolean)
    await rows(app, "update order_set set announced_at = null")
    expect(await sweep()).toMatchObject({ found: 0 })
    await rows(
      app,
      "update order_set set status = 'failed', updated_at = now() - interval '1 hour'"
    )
    expect(await sweep()).toMatchObject({ found: 0 })
  })
}
