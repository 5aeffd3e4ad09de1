import type { MarketplaceOptionsInput } from "../src/options"
import type { Books } from "./payout-books"
import { useBooks } from "./payout-books"
import { railOptions } from "./payout-rail"
import { PayoutRail } from "./payout-rail/server"

export type Stage = {
  books: Books
  rail: PayoutRail
  /** A seller with an active account that has this much available. */
  paidSeller: (amount: bigint, providerId?: string) => Promise<string>
  /** Reserves the one payout of a seller. */
  reserve: (sellerId: string) => Promise<string>
  payoutRow: (
    id: string
  ) => Promise<
    Awaited<ReturnType<Books["service"]["listPayouts"]>>[number] | undefined
  >
  /** Topics of the events about a payout, in order. */
  topicsOf: (id: string) => Promise<string[]>
}

/** Books whose payouts go over a test rail with a quantum of 10 and short patience. */
export function usePayoutStage(
  options: MarketplaceOptionsInput = {}
): () => Stage {
  const rail = new PayoutRail()
  beforeAll(() => rail.start())
  const getBooks = useBooks(() => ({
    ...railOptions({ url: rail.url, quantum: 10 }),
    payoutCallTimeoutSeconds: 0.5,
    payoutRetrySeconds: 0.01,
    adjustmentApprovalAbove: 1000,
    ...options,
  }))
  afterAll(() => rail.stop())
  return () => makeStage(getBooks(), rail)
}

function makeStage(books: Books, rail: PayoutRail): Stage {
  const { service, db } = books
  return {
    books,
    rail,
    paidSeller: async (amount, provider_id = "rail") => {
      const seller_id = books.next("sel")
      await service.syncPayoutAccount({ seller_id, provider_id })
      await books.earn(seller_id, amount)
      return seller_id
    },
    reserve: async (seller_id) => {
      const { payout_ids } = await service.reserveDuePayouts({ seller_id })
      expect(payout_ids).toEqual([expect.any(String)])
      return payout_ids[0] ?? ""
    },
    payoutRow: async (id) => (await service.listPayouts({ id }))[0],
    topicsOf: async (id) => {
      const { rows } = await db.query(
        "select topic from payout_outbox where payload ->> 'id' = $1 order by id",
        [id]
      )
      return rows.map(({ topic }) => topic)
    },
  }
}
