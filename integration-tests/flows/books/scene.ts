import type { AxiosRequestConfig, AxiosResponse } from "axios"
import { PAYOUT_MODULE } from "../../../src/modules/payout"
import type { PayoutModuleService } from "../../../src/modules/payout/service"
import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"
import type { App } from "../../app"
import { signIn } from "../../members"
import { createAdmin } from "../../operator"
import type { PlacedOrder } from "../../order-sets"
import { setTheScene, type Scene } from "../payments/suite"

export type BooksScene = Scene & {
  /** Headers of the owners of two sellers and of a second operator. */
  bob: AxiosRequestConfig
  alice: AxiosRequestConfig
  second: AxiosRequestConfig
  books: PayoutModuleService
  get: (path: string, as?: AxiosRequestConfig) => Promise<AxiosResponse["data"]>
  /** Captures an order, and the books follow. */
  earn: (order: PlacedOrder) => Promise<void>
  /** The books follow what Medusa booked. */
  book: () => Promise<unknown>
  /** Fulfils so many of the order's first line; the fulfilment's id. */
  fulfil: (order: PlacedOrder, quantity: number) => Promise<string>
  deliver: (order: PlacedOrder, fulfilmentId: string) => Promise<unknown>
  /** What one run of a sweeper did, as [found, mended, failed]. */
  sweep: (name: string) => Promise<(number | undefined)[]>
  /** Ends payouts by the `manual` provider as an operator would. */
  pay: (sellerId: string) => Promise<string>
}

/** A placed set of which every order is charged 10 % commission with 19 % tax on it. */
export function openTheBooks(app: App): BooksScene {
  const scene = setTheScene(app, async ({ api, admin }) => {
    const { status, data } = await api.post(
      "/admin/commission/default",
      { name: "Everybody", is_active: true, rate },
      admin
    )
    if (status !== 200) {
      throw new Error(JSON.stringify(data))
    }
  })
  beforeAll(async () => {
    Object.assign(scene, await booksOf(app, scene))
  })
  // Its properties are there from `beforeAll` on, as the scene's own.
  return scene as BooksScene
}

const postings = "order-money-postings"

const rate = {
  type: "stack",
  components: [{ type: "percentage", percentage: 10 }],
  fee_tax_percentage: 19,
}

async function booksOf(app: App, scene: Scene): Promise<Partial<BooksScene>> {
  const { market, ok } = scene
  const { container, api, admin } = market
  const books = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const get = async (path: string, as = admin) => {
    const { status, data } = await api.get(path, as)
    if (status !== 200) {
      throw new Error(`${path}: ${status} ${JSON.stringify(data)}`)
    }
    return data
  }
  const sweep = async (name: string) => {
    const { result } = await runSweepersWorkflow(container).run({
      input: { names: [name] },
    })
    const [one] = result
    return [one?.found, one?.mended, one?.failed]
  }
  return {
    bob: (await signIn(market, market.bob)).as,
    alice: (await signIn(market, market.alice)).as,
    second: await createAdmin(api, container, "second@example.com"),
    ...{ books, get, sweep },
    earn: async (order) => {
      await scene.capture(order)
      await sweep(postings)
    },
    book: async () => await sweep(postings),
    fulfil: async (order, quantity) => {
      const { id } = await scene.line(order)
      const fulfilment = { items: [{ id, quantity }] }
      await ok(`/orders/${order.id}/fulfillments`, fulfilment)
      const { order: found } = await get(
        `/admin/orders/${order.id}?fields=fulfillments.id,fulfillments.created_at`
      )
      const made: { id: string; created_at: string }[] = found.fulfillments
      made.sort((a, b) => a.created_at.localeCompare(b.created_at))
      return made.at(-1)?.id ?? ""
    },
    deliver: async ({ id }, fulfilmentId) =>
      await ok(`/orders/${id}/fulfillments/${fulfilmentId}/mark-as-delivered`),
    pay: async (sellerId) => {
      await books.syncPayoutAccount({
        ...{ seller_id: sellerId, provider_id: "manual" },
      })
      const run = await books.reserveDuePayouts({ seller_id: sellerId })
      const [id = ""] = run.payout_ids
      await books.sendNextPayout(id)
      await books.settlePayout({
        ...{ payout_id: id, status: "paid", provider_ref: `transfer ${id}` },
      })
      return id
    },
  }
}
