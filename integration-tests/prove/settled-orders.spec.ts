import { useBooks } from "../payout-books"
import {
  booksByCurrency,
  linesByCurrency,
  settleAtRandom,
} from "../settled-orders/prove-settlement"

jest.setTimeout(3_600_000)

const getBooks = useBooks()
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

it(`explains every cent of 1,000 random orders with refunds (seed ${seed})`, async () => {
  const proven = await settleAtRandom(getBooks(), { orders: 1000, seed })
  const { orders, refunds, kept } = proven
  const books = await booksByCurrency(getBooks())
  const lines = await linesByCurrency(getBooks())
  console.table({ "orders, to the cent": { orders, refunds, seed, ...kept } })
  expect(orders).toBeGreaterThanOrEqual(1000)
  expect(Object.keys(kept).sort()).toEqual(["eur", "huf", "jpy", "kwd"])
  for (const [currency, amount] of Object.entries(kept)) {
    expect([currency, books[currency], lines[currency]]).toEqual([
      currency,
      { kept: amount, paid: amount, unallocated: 0n },
      amount,
    ])
  }
})
