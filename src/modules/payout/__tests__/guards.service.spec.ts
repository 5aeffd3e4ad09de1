import type { Books } from "../../../../integration-tests/payout-books"
import { useBooks } from "../../../../integration-tests/payout-books"

const getBooks = useBooks()
let books: Books

beforeAll(() => {
  books = getBooks()
})

const next = (prefix: string) => books.next(prefix)

describe("the database refuses", () => {
  let entry: { id: string; transaction_id: string; account_id: string }
  let order: string

  beforeAll(async () => {
    const seller = next("sel")
    order = next("order")
    await books.freeze(order, seller)
    const { id } = await books.service.recordCapture({
      ...{ capture_id: next("capt"), order_id: order, amount: 10450n },
    })
    await books.service.recordRefund({
      ...{ refund_id: next("ref"), order_id: order, amount: 100n },
      provider_id: "psp_x",
    })
    const { rows } = await books.db.query(
      `select e.* from ledger_entry e join ledger_account a on a.id = e.account_id
       where e.transaction_id = $1 and a.type = 'pending'`,
      [id]
    )
    entry = rows[0]
  })

  it.each(["ledger_entry", "ledger_transaction", "refund_allocation"])(
    "to change, remove or empty %s",
    async (table) => {
      const rows = await books.count(table)
      const refusal = new RegExp(`${table} only grows`)
      for (const statement of [
        `update ${table} set created_at = created_at`,
        `update ${table} set deleted_at = now()`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(books.attempt(statement)).rejects.toThrow(refusal)
      }
      expect(rows).toBeGreaterThan(0)
      expect(await books.count(table)).toBe(rows)
    }
  )

  const insertEntry = `insert into ledger_entry (id, transaction_id, account_id,
    amount, balance_after, account_version)
    select $1, $2, a.id, $3, a.balance + $3, a.version + 1
    from ledger_account a where a.id = $4`

  it("a leg too many, with or without its balance", async () => {
    const values = [
      ...[next("lent"), entry.transaction_id, 5, entry.account_id],
    ]
    await expect(books.attempt(insertEntry, values)).rejects.toThrow(
      /does not balance: 5 legs sum to 5|does not know its entry/
    )
    await expect(
      books.attempt(
        `with e as (insert into ledger_entry (id, transaction_id, account_id,
            amount, balance_after, account_version)
          select '${next("lent")}', '${entry.transaction_id}', a.id, 5,
            a.balance + 5, a.version + 1
          from ledger_account a where a.id = '${entry.account_id}')
        update ledger_account set balance = balance + 5, version = version + 1
        where id = '${entry.account_id}'`
      )
    ).rejects.toThrow(/does not balance: \d legs sum to 5/)
  })

  it("a transaction without legs", async () => {
    await expect(
      books.attempt(
        `insert into ledger_transaction (id, kind, reference_type, reference_id,
          currency_code, fingerprint, occurred_at)
        values ('${next("ltx")}', 'adjustment', 'x', 'x', 'usd', 'x', now())`
      )
    ).rejects.toThrow(/does not balance: 0 legs/)
  })

  it("two currencies in one transaction", async () => {
    const [usd, eur, id] = [next("lacc"), next("lacc"), next("ltx")]
    const legs = [
      [usd, 3],
      [eur, -3],
    ] as const
    const statement = [
      `insert into ledger_account (id, owner_type, owner_id, type, currency_code, scale, balance, version)
       values ('${usd}', 'seller', '${usd}', 'available', 'usd', 2, 3, 1),
         ('${eur}', 'seller', '${eur}', 'available', 'eur', 2, -3, 1)`,
      `insert into ledger_transaction (id, kind, reference_type, reference_id, currency_code, fingerprint, occurred_at)
       values ('${id}', 'adjustment', 'x', '${id}', 'usd', 'x', now())`,
      ...legs.map(
        ([account, amount]) =>
          `insert into ledger_entry (id, transaction_id, account_id, amount, balance_after, account_version)
           values ('${next("lent")}', '${id}', '${account}', ${amount}, ${amount}, 1)`
      ),
    ].join(";")
    await expect(books.attempt(statement)).rejects.toThrow(/mixes currencies/)
  })

  it("a balance that is not the last entry's, and an account that is somebody else's", async () => {
    const at = `where id = '${entry.account_id}'`
    for (const change of [
      "balance = balance + 1",
      "version = version + 1",
      "balance = 0, version = 0",
    ]) {
      await expect(
        books.attempt(`update ledger_account set ${change} ${at}`)
      ).rejects.toThrow(/is not its last entry's/)
    }
    for (const change of [
      "owner_id = 'sel_thief'",
      "currency_code = 'eur'",
      "scale = 0",
      "type = 'available'",
    ]) {
      await expect(
        books.attempt(`update ledger_account set ${change} ${at}`)
      ).rejects.toThrow(/keeps its owner/)
    }
    await expect(
      books.attempt(`delete from ledger_account ${at}`)
    ).rejects.toThrow(/ledger_account only grows/)
    await expect(
      books.attempt(`truncate ledger_account cascade`)
    ).rejects.toThrow(/only grows/)
  })

  it("the same posting, leg number, refund line or settlement line twice", async () => {
    const twice = (table: string, columns: string) =>
      books.attempt(
        `insert into ${table} (id, ${columns}) select '${next("twin")}', ${columns} from ${table} limit 1`
      )
    await expect(
      twice(
        "ledger_transaction",
        "kind, reference_type, reference_id, part, currency_code, fingerprint, occurred_at"
      )
    ).rejects.toThrow(/ledger_transaction_key/)
    await expect(
      twice(
        "ledger_entry",
        "transaction_id, account_id, amount, balance_after, account_version"
      )
    ).rejects.toThrow(/ledger_entry_chain/)
    await expect(
      twice(
        "refund_allocation",
        "refund_id, order_id, policy, line_type, line_id, amount, tax, commission_reversed"
      )
    ).rejects.toThrow(/refund_allocation_line/)
    await expect(
      twice(
        "settlement_line",
        "order_id, line_type, line_id, currency_code, gross, net, commission, discount_seller"
      )
    ).rejects.toThrow(/settlement_line_line/)
  })

  it("a settlement line that changes, does not add up, or goes while money is in the books", async () => {
    const at = `where order_id = '${order}'`
    await expect(
      books.attempt(
        `update settlement_line set commission = 0, net = net ${at}`
      )
    ).rejects.toThrow(/settlement_line only grows/)
    await expect(
      books.attempt(`delete from settlement_line ${at}`)
    ).rejects.toThrow(/money of order \S+ is in the books/)
    await expect(
      books.attempt(
        `insert into settlement_line (id, order_id, line_type, line_id, currency_code, gross, net)
         values ('${next("sline")}', 'x', 'item', 'x', 'usd', 100, 99)`
      )
    ).rejects.toThrow(/check constraint/)
    const unpaid = next("order")
    await books.freeze(unpaid, null)
    await books.attempt(
      `delete from settlement_line where order_id = '${unpaid}'`
    )
  })

  it("nothing from the generated writing methods, which refuse first", async () => {
    const service: unknown = books.service
    const methods = service as Record<string, (input: unknown) => unknown>
    for (const model of [
      "LedgerAccounts",
      "LedgerTransactions",
      "LedgerEntries",
      "SettlementLines",
      "RefundAllocations",
    ]) {
      for (const verb of ["create", "update", "delete", "softDelete"]) {
        await expect(methods[`${verb}${model}`]?.({ id: "x" })).rejects.toThrow(
          `PayoutModuleService.${verb}${model} is refused`
        )
      }
    }
    expect(await books.service.listLedgerEntries({ id: entry.id })).toEqual([
      expect.objectContaining({ amount: "8420", account_id: entry.account_id }),
    ])
  })
})
