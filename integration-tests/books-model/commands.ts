import fc from "fast-check"
import type { Books } from "../payout-books"
import type { PayoutModel } from "./model"
import { BooksModel } from "./model"

export const operations = [
  "sell",
  "capture",
  "release",
  "refund",
  "dispute",
  "adjust",
  "reserve",
  "send",
  "pay",
  "fail",
  "return",
] as const

/** One command; the numbers choose among what is there. */
export type Command = {
  operation: (typeof operations)[number]
  pick: number
  amount: bigint
  /** Does it twice: the second time must change nothing. */
  twice: boolean
}

export const anyCommand: fc.Arbitrary<Command> = fc.record({
  operation: fc.constantFrom(...operations),
  pick: fc.nat(1000),
  amount: fc.bigInt({ min: 1n, max: 100_000n }),
  twice: fc.boolean(),
})

const quantum = 10n
const minimum = 100n

/**
 * Runs a sequence against the real module and the model, and compares every
 * balance of every seller after each command.
 *
 * @param run - Makes the ids of this sequence its own.
 * @returns how many commands had something to do.
 */
export async function runSequence(
  books: Books,
  run: string,
  commands: Command[]
): Promise<number> {
  const player = new Player(books, run)
  await player.open()
  let done = 0
  for (const [step, command] of commands.entries()) {
    const act = player.plan(command, `${run}_${step}`)
    if (act) {
      done += 1
      await act()
      if (command.twice) {
        await act()
      }
      await player.compare()
    }
  }
  return done
}

class Player {
  private readonly model = new BooksModel()
  private readonly sellers: string[]

  constructor(
    private readonly books: Books,
    run: string
  ) {
    this.sellers = [1, 2, 3].map((n) => `sel_${run}_${n}`)
  }

  async open(): Promise<void> {
    for (const seller_id of this.sellers) {
      this.model.seller(seller_id)
      await this.books.service.syncPayoutAccount({
        ...{ seller_id, provider_id: "rail" },
      })
    }
  }

  /** The command as an action that may be repeated, or nothing when it has no object. */
  plan(command: Command, id: string): (() => Promise<void>) | undefined {
    switch (command.operation) {
      case "sell":
        return this.sell(command, id)
      case "capture":
      case "release":
      case "refund":
      case "dispute":
        return this.onOrder(command, id)
      case "adjust":
        return this.adjust(command)
      case "reserve":
      case "send":
        return this.onSeller(command)
      case "pay":
      case "fail":
      case "return":
        return this.onPayout(command)
    }
  }

  async compare(): Promise<void> {
    const { rows } = await this.books.db.query(
      `select owner_id, type, balance from ledger_account
       where owner_id = any($1) and balance <> 0 order by owner_id, type`,
      [this.sellers]
    )
    const real = rows.map((row) => `${row.owner_id} ${row.type} ${row.balance}`)
    const wanted = [...this.model.sellers].flatMap(([seller, money]) =>
      (["available", "in_transit", "pending"] as const)
        .filter((type) => money[type] !== 0n)
        .map((type) => `${seller} ${type} ${money[type]}`)
    )
    expect(real).toEqual(wanted.sort())
  }

  private sell({ pick, amount }: Command, id: string) {
    const seller = this.sellers[pick % 3] ?? ""
    const tax = (amount * BigInt(pick % 25)) / 100n
    const commission = (amount * BigInt(pick % 31)) / 100n
    const order = { id, seller, charged: amount + tax, tax, commission }
    this.model.orders.push({
      ...order,
      captured: 0n,
      refunded: 0n,
      pending: 0n,
    })
    return async () => {
      await this.books.service.freezeSettlementLines([
        {
          ...{ order_id: id, seller_id: seller, origin: "placement" },
          ...{ line_type: "item", line_id: "item_1", currency_code: "eur" },
          ...{ gross: amount, tax, commission, tax_remitter: "platform" },
          ...{ discount_seller: 0n, discount_platform: 0n, commission_tax: 0n },
          ...{ rule_id: null, rule_version: null, explain: null },
        },
      ])
    }
  }

  private onOrder({ operation, pick, amount }: Command, id: string) {
    const { orders } = this.model
    const order = orders[pick % Math.max(orders.length, 1)]
    const { service } = this.books
    if (!order) {
      return undefined
    }
    const order_id = order.id
    const left = order.charged - order.captured
    const back = order.captured - order.refunded
    if (operation === "capture" && left > 0n) {
      const part = pick % 2 ? left : 1n + (amount % left)
      this.model.capture(order, part)
      return async () => {
        await service.recordCapture({ capture_id: id, order_id, amount: part })
      }
    }
    if (operation === "release") {
      this.model.release(order)
      return async () => {
        await service.releaseEarnings({ order_id, part: id })
      }
    }
    if (operation === "refund" && back > 0n) {
      const part = pick % 2 ? back : 1n + (amount % back)
      this.model.refund(order, part)
      return async () => {
        await service.recordRefund({
          ...{ refund_id: id, order_id, provider_id: "psp", amount: part },
        })
      }
    }
    if (operation === "dispute") {
      this.model.seller(order.seller).available -= amount
      return async () => {
        await service.recordDispute({
          ...{ dispute_id: id, event: "opened", order_id, amount },
          provider_id: "psp",
        })
      }
    }
    return undefined
  }

  private adjust({ pick, amount }: Command) {
    const seller = this.sellers[pick % 3] ?? ""
    const signed = pick % 2 ? amount : -amount
    let done = false
    this.model.seller(seller).available += signed
    return async () => {
      if (!done) {
        done = true
        await this.books.earn(seller, signed)
      }
    }
  }

  private onSeller({ operation, pick }: Command) {
    const { service } = this.books
    const seller = this.sellers[pick % 3] ?? ""
    if (operation === "send") {
      const payout = this.model.payouts.find(
        (one) => one.seller === seller && one.status === "reserved"
      )
      return (
        payout &&
        (async () => {
          await service.sendNextPayout(payout.id)
          payout.status = "submitted"
        })
      )
    }
    return async () => {
      const { available } = this.model.seller(seller)
      const due = available - (available % quantum) >= minimum
      const open = this.model.hasOpenPayout(seller)
      const run = await service.reserveDuePayouts({ seller_id: seller })
      expect(run.failed).toEqual([])
      expect(run.payout_ids).toHaveLength(due && !open ? 1 : 0)
      for (const id of run.payout_ids) {
        this.model.reserve(id, seller, quantum)
      }
    }
  }

  private onPayout({ operation, pick }: Command) {
    const { payouts } = this.model
    const payout = payouts[pick % Math.max(payouts.length, 1)]
    if (!payout) {
      return undefined
    }
    const status = (
      { pay: "paid", fail: "failed", return: "returned" } as const
    )[operation === "pay" || operation === "fail" ? operation : "return"]
    return async () => {
      const end = endOf(payout, status)
      const changed = await this.books.service.settlePayout({
        ...{ payout_id: payout.id, status, attempt: undefined },
      })
      expect(changed).toBe(end !== undefined)
      if (end === "paid" || end === "failed") {
        this.model.settle(payout, end)
      } else if (end === "returned") {
        if (payout.status === "submitted") {
          this.model.settle(payout, "paid")
        }
        this.model.settle(payout, "returned")
      }
    }
  }
}

/** Where news take a payout, by a table of its own. */
function endOf(
  { status }: PayoutModel,
  news: "paid" | "failed" | "returned"
): "paid" | "failed" | "returned" | undefined {
  const table: Record<string, "paid" | "failed" | "returned"> = {
    "reserved failed": "failed",
    "submitted paid": "paid",
    "submitted failed": "failed",
    "submitted returned": "returned",
    "paid failed": "returned",
    "paid returned": "returned",
  }
  return table[`${status} ${news}`]
}
