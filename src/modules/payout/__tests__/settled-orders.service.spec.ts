import { useBooks } from "../../../../integration-tests/payout-books"
import {
  booksByCurrency,
  linesByCurrency,
  settleAtRandom,
} from "../../../../integration-tests/settled-orders/prove-settlement"

const getBooks = useBooks()
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

it(`explains every cent of 40 random orders with refunds (seed ${seed})`, async () => {
  const { orders, kept } = await settleAtRandom(getBooks(), {
    ...{ orders: 40, seed },
  })
  expect(orders).toBeGreaterThanOrEqual(40)
  const books = await booksByCurrency(getBooks())
  const lines = await linesByCurrency(getBooks())
  for (const [currency, amount] of Object.entries(kept)) {
    expect([currency, books[currency], lines[currency]]).toEqual([
      currency,
      { kept: amount, paid: amount, unallocated: 0n },
      amount,
    ])
  }
})
