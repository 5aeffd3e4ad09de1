import { Client } from "pg"
import type { NewSettlementLine } from "../src/modules/payout/ledger/settlement-rows"
import type { PayoutModuleService } from "../src/modules/payout/service"
import type { MarketplaceOptionsInput } from "../src/options"
import { createPayoutDatabase, loadPayoutModule } from "./payout-module"

export type Books = {
  service: PayoutModuleService
  db: Client
  clientUrl: string
  /** An id that no test used before. */
  next: (prefix: string) => string
  /**
   * Settlement lines of an order of 104.50 USD: items 100.00 with 10.00 off,
   * shipping 5.00, tax 9.50, commission 10.80; the seller keeps 84.20.
   */
  freeze: (orderId: string, sellerId: string | null) => Promise<void>
  /** The same order, captured. */
  sell: (sellerId: string, orderId: string) => Promise<void>
  /** Balances of an owner's accounts by their type. */
  balancesOf: (owner: string) => Promise<Record<string, string>>
  count: (table: string) => Promise<number>
  /** Gives a seller payable money by an adjustment that nobody has to approve. */
  earn: (sellerId: string, amount: bigint, currency?: string) => Promise<void>
  /** Runs one statement in a transaction of its own, so that checks at commit speak. */
  attempt: (statement: string, values?: unknown[]) => Promise<void>
  /** Everything is booked then, until the next call; `null`: at its own time. */
  bookAt: (time: string | null) => Promise<void>
}

/**
 * The payout module alone on a database of the spec's own, for `getBooks()` in
 * its tests. After each test every invariant of the books has to hold.
 */
export function useBooks(
  getOptions: () => MarketplaceOptionsInput = () => ({})
): () => Books {
  let books: Books
  let close: () => Promise<void>
  beforeAll(async () => {
    const database = await createPayoutDatabase()
    const payout = await loadPayoutModule(database.clientUrl, getOptions())
    const db = new Client({ connectionString: database.clientUrl })
    await db.connect()
    books = makeBooks(payout.service, db, database.clientUrl)
    close = async () => {
      await db.end()
      await payout.close()
      await database.drop()
    }
  })
  afterEach(async () => {
    expect(await books.service.checkInvariants()).toEqual([])
  })
  afterAll(() => close?.())
  return () => books
}

function makeBooks(
  service: PayoutModuleService,
  db: Client,
  clientUrl: string
): Books {
  let counter = 0
  return {
    service,
    db,
    clientUrl,
    next: (prefix) => `${prefix}_${(counter += 1)}`,
    freeze: async (orderId, sellerId) => {
      await service.freezeSettlementLines(exampleLines(orderId, sellerId))
    },
    sell: async (sellerId, order_id) => {
      await service.freezeSettlementLines(exampleLines(order_id, sellerId))
      await service.recordCapture({
        ...{ capture_id: `${order_id}_capt`, order_id, amount: 10450n },
      })
    },
    balancesOf: async (owner) => {
      const { rows } = await db.query(
        "select type, balance from ledger_account where owner_id = $1",
        [owner]
      )
      return Object.fromEntries(rows.map((row) => [row.type, row.balance]))
    },
    earn: async (seller_id, amount, currency_code = "eur") => {
      await service.proposeAdjustment({
        ...{ seller_id, amount, currency_code },
        ...{ reason: "opening balance", created_by: "user_test" },
      })
    },
    attempt: async (statement, values = []) => {
      await db.query("begin")
      try {
        await db.query(statement, values)
        await db.query("commit")
      } catch (error) {
        await db.query("rollback")
        throw error
      }
    },
    bookAt: async (time) => {
      const clock = time ? `timestamptz '${time}'` : "statement_timestamp()"
      for (const table of ["ledger_entry", "ledger_transaction"]) {
        await db.query(
          `alter table ${table} alter created_at set default ${clock}`
        )
      }
    },
    count: async (table) => {
      const { rows } = await db.query(`select count(*)::int as n from ${table}`)
      return rows[0].n
    },
  }
}

function exampleLines(
  orderId: string,
  sellerId: string | null
): NewSettlementLine[] {
  const line: NewSettlementLine = {
    order_id: orderId,
    seller_id: sellerId,
    origin: "placement",
    currency_code: "usd",
    line_type: "item",
    line_id: "item_1",
    gross: 10000n,
    discount_seller: 1000n,
    discount_platform: 0n,
    tax: 900n,
    tax_remitter: "platform",
    commission: 1080n,
    commission_tax: 0n,
    rule_id: null,
    rule_version: null,
    explain: { rate: "12 %" },
  }
  return [
    line,
    {
      ...line,
      ...{ line_type: "shipping", line_id: "shipping_1", gross: 500n },
      ...{ discount_seller: 0n, tax: 50n, commission: 0n },
    },
  ]
}
