import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AxiosResponse } from "axios"
import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"
import type { App } from "../../app"
import { Acquirer } from "../../acquirer/server"
import { expectBalanced, leaving, moneyOf } from "../../order-books"
import {
  createMarket,
  placeSet,
  type Market,
  type PlacedOrder,
  type PlacedSet,
} from "../../order-sets"

/** One acquirer for the app of a spec file. */
export const acquirer = new Acquirer()

export type Scene = {
  market: Market
  set: PlacedSet
  /** Posts as the operator. */
  post: (path: string, body?: unknown) => Promise<AxiosResponse>
  /** Posts as the operator what must succeed; its body. */
  ok: (path: string, body?: unknown) => Promise<AxiosResponse["data"]>
  /** The order's first line. */
  line: (order: PlacedOrder) => Promise<{ id: string }>
  capture: (order: PlacedOrder) => Promise<AxiosResponse>
  refund: (order: PlacedOrder, amount: number) => Promise<AxiosResponse>
  money: (order: { id: string }) => ReturnType<typeof moneyOf>
  balanced: () => Promise<void>
  /** An action that must leave the other orders of the set as they are. */
  on: <T>(order: PlacedOrder, action: () => Promise<T>) => Promise<T>
}

/** A set of three orders, bob's, alice's and the operator's, as it is before each `it`. */
export function setTheScene(
  app: App,
  prepare: (market: Market) => Promise<void> = async () => undefined
): Scene {
  const scene = {} as Scene
  beforeAll(async () => {
    await acquirer.start()
    const market = await createMarket(app)
    await prepare(market)
    const set = await placeSet(market)
    acquirer.snapshot()
    Object.assign(scene, propsOf(market, set))
  })
  beforeEach(() => acquirer.restore())
  afterAll(() => acquirer.stop())
  return scene
}

function propsOf(market: Market, set: PlacedSet): Scene {
  const post = async (path: string, body: unknown = {}) =>
    await market.api.post(`/admin${path}`, body, market.admin)
  return {
    market,
    set,
    post,
    ok: async (path, body) => {
      const { status, data } = await post(path, body)
      if (status >= 300) {
        throw new Error(`${path}: ${status} ${JSON.stringify(data)}`)
      }
      return data
    },
    line: async ({ id }) => {
      const { data } = await market.api.get(
        `/admin/orders/${id}?fields=items.id`,
        market.admin
      )
      return data.order.items[0]
    },
    capture: async ({ payment_id }) =>
      await post(`/payments/${payment_id}/capture`),
    refund: async ({ payment_id }, amount) =>
      await post(`/payments/${payment_id}/refund`, { amount }),
    money: async (order) => await moneyOf(market, order),
    balanced: async () => await expectBalanced(market, set, acquirer),
    on: async (order, action) =>
      await leaving(
        market,
        set.orders.filter((one) => one !== order),
        action
      ),
  }
}

/** The acquirer's money calls since the last look, as [operation, amount, key]. */
export function moneyMoved(): [
  string,
  number | undefined,
  string | undefined,
][] {
  const calls = acquirer.moneyCalls()
  acquirer.calls.length = 0
  return calls.map(({ op, amount, key }) => [op, amount, key])
}

/** Runs one sweeper as if its turn came later: it leaves sets that were just placed to the events. */
export async function sweep({ container }: Market, name: string) {
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw("update order_set set updated_at = updated_at - interval '1 minute'")
  const { result } = await runSweepersWorkflow(container).run({
    input: { names: [name] },
  })
  return result[0]
}

/** The first run that finds something: until the acquirer's error is back, the event's own attempt holds its claim. */
export async function sweepOnceFound(market: Market, name: string) {
  let swept = await sweep(market, name)
  await until(async () => {
    swept = swept?.found ? swept : await sweep(market, name)
    return !!swept?.found
  })
  return swept
}

export async function until(is: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000
  while (Date.now() < end) {
    if (await is()) {
      return
    }
    await new Promise((done) => setTimeout(done, 100))
  }
  expect(await is()).toBe(true)
}
