import { setTimeout as sleep } from "node:timers/promises"
import type { AxiosInstance } from "axios"
import { brokenLaws, judge, readBooks } from "./books"
import {
  finishRefunds,
  refundedOnce,
  refundsOf,
  stopRefunds,
} from "./crash-of-refunds"
import { CrashPoints } from "./crash-points"
import type { Infrastructure } from "./infrastructure"
import { passTime } from "./pass-time"
import { points, type Marks, type Point } from "./points-of-completion"
import type { Server } from "./server"
import {
  addPromotion,
  addThings,
  complete,
  fillCart,
  openShop,
  type Shop,
} from "./shop"
import { openStage, type Stage } from "./stage"

const periodSeconds = 3

/** BullMQ looks every 30 s for jobs whose worker has not been heard of for 30 s. */
const redeliverySeconds: Partial<Record<Infrastructure, number>> = { redis: 60 }

/** One cart at one point; `retried`: its buyer clicks again after the crash. */
type Scene = Marks & { point: Point; retried: boolean; total: number }

/** Every named point of completion and capture, on servers that share this infrastructure; one app a spec file. */
export function crashSuite(
  infrastructure: Infrastructure,
  { refunds: withRefunds } = { refunds: false }
): void {
  const redelivery = redeliverySeconds[infrastructure] ?? 0

  describe(`a server that dies while it completes carts, over ${infrastructure}`, () => {
    let stage: Stage
    let shop: Shop
    let crashPoints: CrashPoints
    let victim: Server
    let survivor: Server
    const scenes: Scene[] = []

    beforeAll(async () => {
      stage = await openStage({
        infrastructure,
        options: { sweepPeriodSeconds: periodSeconds },
        connections: 60,
        // Each stopped call keeps the handler of its event: all of them at once.
        modules: (redisUrl) =>
          redisUrl
            ? [
                {
                  key: "event_bus",
                  resolve: "@medusajs/event-bus-redis",
                  options: { redisUrl, workerOptions: { concurrency: 30 } },
                },
              ]
            : [],
      })
      ;[shop, victim, survivor] = await Promise.all([
        openShop(stage),
        stage.startServer(),
        stage.startServer(),
      ])
      crashPoints = await CrashPoints.install(stage.db)
      const wanted = points.flatMap((point) =>
        [true, false].map((retried) => ({ point, retried }))
      )
      // Side by side on all servers: filling carts takes longest here.
      const apis = [stage.api, victim.api, survivor.api]
      await Promise.all(
        apis.map(async (api, first) => {
          const world = { ...shop.world, api }
          for (let n = first; n < wanted.length; n += apis.length) {
            const { point, retried } = wanted[n] as (typeof wanted)[number]
            scenes[n] = await setScene({ ...shop, world }, point, {
              retried,
              n,
            })
          }
        })
      )
    }, 300_000)

    afterAll(() => stage.close())

    it("leaves every cart with its full set, or open with nothing charged, whether its buyer clicks again or not", async () => {
      await stopEverywhere(stage, { shop, victim, crashPoints, scenes })
      await passTime(stage)
      const started = Date.now()
      const clicks = scenes
        .filter(({ retried }) => retried)
        .map((scene) => clickUntilPlaced(shop, survivor.api, scene))
      await untilClean(stage, scenes, 60 + redelivery)
      const seconds = (Date.now() - started) / 1000
      const statuses = new Set((await Promise.all(clicks)).flat())
      expect([...statuses].sort()).toEqual(
        statuses.has(409) ? [200, 409] : [200]
      )
      expect(await unclean(stage, scenes)).toEqual({})
      expect(await brokenLaws(stage.db)).toEqual({})
      // Two periods, and what a busy machine needs for the work itself.
      expect(seconds).toBeLessThan(2 * periodSeconds + 50 + redelivery)

      // What ended open can be bought after all.
      for (const { cart, retried } of scenes) {
        if (!retried) {
          const { status } = await complete(shop, survivor.api, cart)
          expect(status).toBe(200)
        }
      }
      const all = scenes.map((scene) => ({ ...scene, retried: true }))
      await untilClean(stage, all, 60 + redelivery)
      expect(await unclean(stage, all)).toEqual({})
      expect(await brokenLaws(stage.db)).toEqual({})
    }, 420_000)

    if (!withRefunds) {
      return
    }
    it("leaves every refund done once, in the books too, or not begun", async () => {
      const where = { stage, shop, crashPoints }
      const carts = scenes.map(({ cart }) => cart)
      const refunds = await refundsOf(stage, carts)
      await stopRefunds(where, await stage.startServer(), refunds)
      const figures = await finishRefunds(where, survivor, refunds)
      expect(figures).toEqual(
        Object.fromEntries(refunds.map(({ name }) => [name, refundedOnce]))
      )
      expect(await brokenLaws(stage.db)).toEqual({})
    }, 300_000)
  })
}

/** A cart of its own for one point; amounts and quantities mark its rows. */
async function setScene(
  shop: Shop,
  point: Point,
  { retried, n }: { retried: boolean; n: number }
): Promise<Scene> {
  const name = `${point.name}-${retried ? "retried" : "left"}`
  const campaign = `campaign-${name}`
  if (point.promotion) {
    await addPromotion(shop, campaign)
  }
  const products = point.alone ? await addThings(shop, name) : shop.products
  const quantities: [number, number] = [100 + n, 500 + n]
  const cart = await fillCart(
    { ...shop, products },
    {
      ...{ email: `${name}@example.com`, quantities },
      promoCode: point.promotion ? campaign : undefined,
    }
  )
  const { data } = await shop.world.api.get(
    `/store/carts/${cart.id}?fields=total`,
    shop.world.store
  )
  const taxed = (net: number) => Math.round(net * 119) / 100
  return {
    ...{ point, retried, cart, quantities, total: data.cart.total },
    shares: [taxed(quantities[0] + 5), taxed(quantities[1] + 5)],
    campaign: await budgetOf(shop, campaign),
  }
}

async function budgetOf(shop: Shop, campaign: string): Promise<string> {
  const { data } = await shop.world.api.get(
    `/admin/campaigns?q=${campaign}`,
    shop.world.admin
  )
  return data.campaigns[0]?.budget?.id ?? campaign
}

type Act = {
  shop: Shop
  victim: Server
  crashPoints: CrashPoints
  scenes: Scene[]
}

/** Brings every cart to its point on one server, and kills it. */
async function stopEverywhere(
  { acquirer }: Stage,
  { shop, victim, crashPoints, scenes }: Act
): Promise<void> {
  const nameOf = ({ point, retried }: Scene) => `${point.name} ${retried}`
  const click = (scene: Scene) =>
    // The answer never comes: the server is killed.
    void complete(shop, victim.api, scene.cart).catch(() => undefined)
  const writes = scenes.filter(({ point }) => "at" in point)
  for (const scene of writes) {
    if ("at" in scene.point) {
      await crashPoints.arm({ name: nameOf(scene), ...scene.point.at(scene) })
      click(scene)
    }
  }
  for (const scene of writes) {
    await crashPoints.reached(nameOf(scene))
  }
  for (const outcome of ["lost", "done"] as const) {
    for (const scene of scenes) {
      if ("acquirer" in scene.point && scene.point.acquirer === outcome) {
        acquirer.next(
          scene.point.operation,
          outcome === "lost" ? "hang" : "stall",
          scene.cart.paymentId
        )
        click(scene)
      }
    }
  }
  const calls = scenes.length - writes.length
  for (const until = Date.now() + 60_000; acquirer.hanging < calls;) {
    if (Date.now() > until) {
      throw new Error(`${acquirer.hanging} of ${calls} calls hang`)
    }
    await sleep(5)
  }
  await victim.kill()
  acquirer.release(true)
  for (const scene of writes) {
    const isLost = "write" in scene.point && scene.point.write === "lost"
    await (isLost
      ? crashPoints.drop(nameOf(scene))
      : crashPoints.pass(nameOf(scene)))
  }
}

async function clickUntilPlaced(
  shop: Shop,
  api: AxiosInstance,
  { cart }: Scene
): Promise<number[]> {
  const statuses: number[] = []
  while (!statuses.includes(200) && statuses.length < 200) {
    statuses.push((await complete(shop, api, cart)).status)
    await sleep(300)
  }
  return statuses
}

/** Carts that are in between; a buyer who clicked again must have a full set. */
async function unclean(
  stage: Stage,
  scenes: Scene[]
): Promise<Record<string, unknown>> {
  const left: Record<string, unknown> = {}
  for (const { point, cart, retried, total } of scenes) {
    const verdict = judge(await readBooks(stage, cart), total)
    if (verdict !== "full" && (retried || verdict !== "open")) {
      left[`${point.name} ${retried ? "retried" : "left"}`] = verdict
    }
  }
  return left
}

/** Waits for a clean state; what is still unclean then is for the spec to show. */
async function untilClean(
  stage: Stage,
  scenes: Scene[],
  seconds: number
): Promise<void> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until;) {
    if (!Object.keys(await unclean(stage, scenes)).length) {
      return
    }
    await sleep(200)
  }
}
