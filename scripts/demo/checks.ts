import type { Client } from "../http"
import { paymentOf, type Payment, type PlacedOrder } from "./account"
import type { Expected } from "./basket"
import type { Purchase } from "./shopper"

/** Counts what is off; every check is printed with both figures. */
export class Checks {
  failed = 0

  equal(name: string, found: unknown, wanted: unknown): void {
    this.say(name, found === wanted, `${String(found)}, not ${String(wanted)}`)
  }

  /** Medusa does not round totals to the cent: half a cent is the most they may differ. */
  sameMoney(name: string, found: number, wanted: number): void {
    const same = Math.abs(found - wanted) < 0.005
    this.say(name, same, `${found}, not ${wanted.toFixed(2)}`)
  }

  private say(name: string, good: boolean, fault: string): void {
    console.log(good ? `  ✓ ${name}` : `  ✗ ${name}: ${fault}`)
    this.failed += good ? 0 : 1
  }
}

type Found = { order: PlacedOrder; expected: Expected }

/** Figures against the catalogue, and the parts against the whole. */
export async function checkPurchase(
  { checks, admin }: { checks: Checks; admin: Client },
  purchase: Purchase,
  found: Found[]
): Promise<void> {
  for (const { order, expected } of found) {
    const { shop } = expected
    checks.sameMoney(
      `${shop}: items − discount + shipping`,
      order.total,
      expected.total
    )
    checks.sameMoney(`${shop}: VAT`, order.tax_total, expected.tax)
    checks.sameMoney(
      `${shop}: discount`,
      order.discount_total,
      expected.discount
    )
    checks.sameMoney(
      `${shop}: its payment`,
      paymentOf(order).amount,
      order.total
    )
  }
  const total = (pick: (one: Found) => number) =>
    found.reduce((sum, one) => sum + pick(one), 0)
  checks.equal("one order a shop", purchase.orderIds.length, found.length)
  checks.sameMoney(
    "Σ orders = cart",
    total(({ order }) => order.total),
    purchase.cartTotal
  )
  const parent = await parentPayment(admin, purchase)
  checks.equal(
    "Σ payments of the orders = the buyer's payment, to the cent",
    cents(total(({ order }) => paymentOf(order).amount)),
    cents(parent.amount)
  )
}

export const cents = (amount: number) => Math.round(amount * 100)

/** The buyer's own payment, at the payment service. */
export async function parentPayment(
  admin: Client,
  { paymentCollectionId }: Purchase
): Promise<Payment> {
  const { payments } = await admin.get<{ payments: Payment[] }>(
    "/admin/payments?limit=100&fields=id,amount,payment_collection_id,*captures,*refunds"
  )
  const parent = payments.find(
    ({ payment_collection_id }) => payment_collection_id === paymentCollectionId
  )
  if (!parent) {
    throw new Error("The buyer's payment is not there")
  }
  return parent
}
