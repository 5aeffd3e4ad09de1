import { setTimeout as sleep } from "node:timers/promises"
import { seededRandom } from "../payout-crash/random"
import { passTime } from "../processes/pass-time"
import { complete } from "../processes/shop"
import { Crew } from "./crew"
import { count, emittedOver, faults, repeated, unfinished } from "./findings"
import {
  fillCarts,
  openAccounts,
  openForKills,
  type Filled,
  type Opened,
} from "./opened-shop"

export type KillPlan = { seed: number; kills: number }

const quietCarts = 2
const cartsPerKill = 2

/**
 * Two servers and a worker over Redis. First a quiet purchase: each event comes
 * once. Then one process after the other is killed at a random moment while carts
 * are completed and captured, orders refunded, sellers paid and people told.
 */
export async function killAtRandom({ seed, kills }: KillPlan) {
  const opened = await openForKills()
  try {
    const random = seededRandom(seed)
    const crew = new Crew(opened.stage, random)
    await crew.start()
    const api = crew.api()
    await openAccounts(opened, api)
    const carts = await fillCarts(
      opened.shop,
      [opened.stage.api, api],
      quietCarts + kills * cartsPerKill
    )
    const play = new Play({ opened, crew, random })
    const quiet = await play.quietly(carts.slice(0, quietCarts))
    const victims: string[] = []
    for (let n = 0; n < kills; n++) {
      const first = quietCarts + n * cartsPerKill
      victims.push(await play.deadly(carts.slice(first, first + cartsPerKill)))
    }
    const seconds = await play.untilFinished(carts)
    const { db, redisUrl } = opened.stage
    return {
      figures: {
        ...{ seed, victims, carts: carts.length, seconds },
        refunds: await count(db, "select count(*)::int as n from refund"),
        payouts: await count(
          db,
          "select count(*)::int as n from payout where status = 'paid'"
        ),
        notices: await count(db, "select count(*)::int as n from notice"),
        events: (await emittedOver(redisUrl)).length,
      },
      quiet,
      left: await unfinished(opened, carts),
      faults: await faults(opened, {
        ...{ api: crew.api(), carts, refunded: play.refunded },
      }),
    }
  } finally {
    await opened.close()
  }
}

type Stagehands = { opened: Opened; crew: Crew; random: () => number }

class Play {
  /** Payments whose refund was answered with success. */
  readonly refunded: string[] = []
  /** Nobody asks twice: whether a lost answer was a refund is for the rows to say. */
  private readonly asked = new Set<string>()

  constructor(private readonly with_: Stagehands) {}

  async quietly(carts: Filled[]) {
    const { opened } = this.with_
    for (const one of carts) {
      await this.buy(one)
    }
    await this.until(
      async () => !Object.keys(await unfinished(opened, carts)).length
    )
    const emitted = await emittedOver(opened.stage.redisUrl)
    return {
      placed: emitted.filter(({ name }) => name === "order_set.placed").length,
      repeated: repeated(emitted),
    }
  }

  /** Everything at once, and in the middle of it one of the three dies. */
  async deadly(carts: Filled[]): Promise<string> {
    const { crew, random } = this.with_
    const deeds = [
      ...carts.map((one) => this.buy(one)),
      ...(await this.refundable(2)).map((id) => this.refund(id)),
      this.payOut(),
    ]
    await sleep(random() * 1500)
    const place = await crew.kill()
    await Promise.all(deeds)
    await crew.restart(place)
    return crew.name(place)
  }

  /** Buyers whose answer was lost click again. @returns the seconds that it took. */
  async untilFinished(carts: Filled[]): Promise<number> {
    const { opened } = this.with_
    await passTime(opened.stage)
    const started = Date.now()
    await this.until(async () => {
      const left = await unfinished(opened, carts)
      const open = carts.filter(({ cart }) => left[cart.email])
      await Promise.all(open.map((one) => this.buy(one)))
      await this.payOut()
      return !Object.keys(left).length
    })
    return Math.round((Date.now() - started) / 1000)
  }

  private async until(isDone: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 90_000; Date.now() < end;) {
      if (await isDone()) {
        return
      }
      await sleep(500)
    }
  }

  private buy = ({ cart }: Filled) =>
    this.with_.crew.call((api) => complete(this.with_.opened.shop, api, cart))

  private payOut = () => this.post("/admin/payouts/run")

  private async refund(paymentId: string): Promise<void> {
    this.asked.add(paymentId)
    const path = `/admin/payments/${paymentId}/refund`
    const status = await this.post(path, { amount: 1 })
    if (status === 200) {
      this.refunded.push(paymentId)
    }
  }

  private post = (path: string, body: object = {}) =>
    this.with_.crew.call((api) =>
      api.post(path, body, this.with_.opened.shop.world.admin)
    )

  private async refundable(limit: number): Promise<string[]> {
    const { db } = this.with_.opened.stage
    const { rows } = await db.query<{ id: string }>(
      `select p.id from payment p join order_set_order o on o.payment_id = p.id
       where p.captured_at is not null order by p.created_at, p.id`
    )
    return rows
      .map(({ id }) => id)
      .filter((id) => !this.asked.has(id))
      .slice(0, limit)
  }
}
