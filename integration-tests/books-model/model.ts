/** What the books should say, worked out without the ledger: plain running totals. */
export type OrderModel = {
  id: string
  seller: string
  charged: bigint
  tax: bigint
  commission: bigint
  captured: bigint
  refunded: bigint
  /** What is still pending of it. */
  pending: bigint
}

export type PayoutModel = {
  id: string
  seller: string
  amount: bigint
  status: "reserved" | "submitted" | "paid" | "failed" | "returned"
}

export type SellerModel = {
  pending: bigint
  available: bigint
  in_transit: bigint
}

export class BooksModel {
  readonly sellers = new Map<string, SellerModel>()
  readonly orders: OrderModel[] = []
  readonly payouts: PayoutModel[] = []

  seller(id: string): SellerModel {
    const known = this.sellers.get(id)
    const seller = known ?? { pending: 0n, available: 0n, in_transit: 0n }
    this.sellers.set(id, seller)
    return seller
  }

  capture(order: OrderModel, amount: bigint): void {
    const earned =
      amount -
      growth(order.tax, order.charged, order.captured, amount) -
      growth(order.commission, order.charged, order.captured, amount)
    order.captured += amount
    order.pending += earned
    this.seller(order.seller).pending += earned
  }

  release(order: OrderModel): void {
    if (order.pending > 0n) {
      this.seller(order.seller).pending -= order.pending
      this.seller(order.seller).available += order.pending
      order.pending = 0n
    }
  }

  refund(order: OrderModel, amount: bigint): void {
    const cost =
      amount -
      growth(order.tax, order.charged, order.refunded, amount) -
      growth(order.commission, order.charged, order.refunded, amount)
    order.refunded += amount
    const ofPending = cost > 0n ? least(cost, order.pending) : 0n
    order.pending -= ofPending
    this.seller(order.seller).pending -= ofPending
    this.seller(order.seller).available -= cost - ofPending
  }

  reserve(id: string, seller: string, quantum: bigint): void {
    const money = this.seller(seller)
    const amount = money.available - (money.available % quantum)
    money.available -= amount
    money.in_transit += amount
    this.payouts.push({ id, seller, amount, status: "reserved" })
  }

  /** Whether a seller has a payout that is neither paid nor failed. */
  hasOpenPayout(seller: string): boolean {
    return this.payouts.some(
      (one) =>
        one.seller === seller &&
        (one.status === "reserved" || one.status === "submitted")
    )
  }

  settle(payout: PayoutModel, status: "paid" | "failed" | "returned"): void {
    const money = this.seller(payout.seller)
    if (payout.status === "paid") {
      money.available += status === "returned" ? payout.amount : 0n
    } else {
      money.in_transit -= payout.amount
      money.available += status === "failed" ? payout.amount : 0n
    }
    payout.status = status
  }
}

/** How much a part grows when its whole grows from `before` by `amount`. */
function growth(
  part: bigint,
  whole: bigint,
  before: bigint,
  amount: bigint
): bigint {
  return (
    halfEven(part * (before + amount), whole) - halfEven(part * before, whole)
  )
}

/** Written unlike the code it judges: by the nearest even numbers around it. */
function halfEven(dividend: bigint, divisor: bigint): bigint {
  const down = dividend / divisor
  const rest = 2n * (dividend - down * divisor) - divisor
  if (rest < 0n) {
    return down
  }
  return rest > 0n || down % 2n !== 0n ? down + 1n : down
}

function least(left: bigint, right: bigint): bigint {
  const other = right > 0n ? right : 0n
  return left < other ? left : other
}
