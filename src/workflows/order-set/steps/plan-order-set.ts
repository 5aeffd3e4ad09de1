import type { BigNumberInput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { toMinorUnits } from "../../../money/minor-units"
import { minorDigits } from "../../../money/scale"
import {
  ensureSellersAreOpen,
  ensureShippingPerSeller,
  type GuardedCart,
} from "../../cart/seller-guard"
import { splitCart } from "../split-cart"
import type { CartPart, SplitCart } from "../split-cart-types"

export type PaymentSession = {
  id: string
  amount: BigNumberInput
  raw_amount?: BigNumberInput
  currency_code: string
}

export type PlannedCart = SplitCart &
  GuardedCart & { total: BigNumberInput; raw_total?: BigNumberInput }

export type PlanOrderSetInput = {
  cart: PlannedCart
  /** The session to authorise; absent when the cart is free. */
  session?: PaymentSession
}

/**
 * Checks what only a marketplace can check and splits the cart. Writes nothing,
 * so that a refusal leaves cart and payment untouched.
 *
 * @throws MedusaError NOT_ALLOWED (400) naming a line whose seller does not sell now, INVALID_DATA (400) naming sellers without a shipping method, and when the payment session is over another amount than the cart costs.
 */
export const planOrderSetStep = createStep(
  "plan-order-set",
  async ({ cart, session }: PlanOrderSetInput) => {
    ensureSellersAreOpen(cart, new Date())
    ensureShippingPerSeller(cart)
    ensureShippingOfOperator(cart)
    ensureAmount(cart, session)
    return new StepResponse<CartPart[]>(
      splitCart(cart, session?.raw_amount ?? session?.amount ?? 0)
    )
  }
)

/** Medusa's own check, for lines without a seller; its step fails on a line without a variant. */
function ensureShippingOfOperator(cart: PlannedCart): void {
  const lines = (cart.items ?? []).filter(
    (item) => item.requires_shipping && !item.product?.seller
  )
  const methods = cart.shipping_methods ?? []
  if (lines.length && !methods.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "No shipping method selected but the cart contains items that require shipping."
    )
  }
  const chosen = new Set(
    methods.map((method) => method.shipping_option?.shipping_profile_id)
  )
  if (
    lines.some(
      ({ variant }) =>
        variant && !chosen.has(variant.product?.shipping_profile?.id)
    )
  ) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The cart items require shipping profiles that are not satisfied by the current shipping methods"
    )
  }
}

function ensureAmount(cart: PlannedCart, session?: PaymentSession): void {
  if (!session) {
    return
  }
  const digits = minorDigits(cart.currency_code)
  const due = toMinorUnits(cart.raw_total ?? cart.total, digits)
  const held = toMinorUnits(session.raw_amount ?? session.amount, digits)
  const isSameCurrency =
    session.currency_code.toLowerCase() === cart.currency_code.toLowerCase()
  if (due !== held || !isSameCurrency) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The payment session is over another amount than the cart costs now. Create the payment session again to continue.`
    )
  }
}
