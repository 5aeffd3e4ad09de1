import type { BigNumberInput } from "@medusajs/framework/types"
import {
  decorateCartTotals,
  generateEntityId,
  MedusaError,
} from "@medusajs/framework/utils"
import { roundTogether } from "../../money/allocate"
import { fromMinorUnits, toMinorUnits } from "../../money/minor-units"
import { minorDigits } from "../../money/scale"
import { OPERATOR_KEY } from "../../modules/order-set/types"
import { draftOrder } from "./order-draft"
import { creditDigits, splitCreditLines } from "./split-credit-lines"
import type {
  CartItem,
  CartMethod,
  CartPart,
  SplitCart,
} from "./split-cart-types"

/** Decimals beyond those of amounts in which parts are weighed: Medusa does not round totals. */
const FINE_DIGITS = 12

type Group = { key: string; items: CartItem[]; methods: CartMethod[] }

/**
 * Splits a cart into one order per seller, sorted by seller key with the
 * operator's last. Every line and shipping method is in exactly one order, the
 * credit lines are split by largest remainder, and the shares sum to the
 * authorised amount to the currency's smallest unit.
 *
 * @param authorised - What the buyer's payment session is over, in major units; 0 for a free cart.
 * @throws MedusaError INVALID_DATA (400) when a shipping method carries no line of the cart.
 */
export function splitCart(
  cart: SplitCart,
  authorised: BigNumberInput
): CartPart[] {
  const digits = minorDigits(cart.currency_code)
  const groups = groupBySeller(cart)
  const creditLines = cart.credit_lines ?? []
  const coarse = creditDigits(creditLines, digits)
  const fine = coarse + FINE_DIGITS
  const costs = weigh(cart, groups, fine)
  const credit = splitCreditLines(creditLines, costs, coarse)
  const due = costs.map((cost, index) => {
    const left =
      cost - (credit.totals[index] ?? 0n) * 10n ** BigInt(FINE_DIGITS)
    return left > 0n ? left : 0n
  })
  const shares = splitAmount(
    toMinorUnits(authorised, digits),
    due,
    10n ** BigInt(fine - digits)
  )
  // Sorted, so that the order of ids is the order of the parts for every reader.
  const ids = groups.map(() => generateEntityId(undefined, "order")).sort()
  return groups.map(({ key, items, methods }, index) => ({
    seller_key: key,
    share: fromMinorUnits(shares[index] ?? 0n, digits),
    order: draftOrder(cart, {
      id: ids[index] ?? "",
      items,
      methods,
      creditLines: credit.lines[index] ?? [],
    }),
  }))
}

function splitAmount(total: bigint, due: bigint[], unit: bigint): bigint[] {
  if (total <= 0n) {
    return due.map(() => 0n)
  }
  const weights = due.some((amount) => amount > 0n) ? due : due.map(() => 1n)
  return roundTogether(total, weights, unit)
}

/** What each group costs by Medusa's own arithmetic, before credit lines. */
function weigh(cart: SplitCart, groups: Group[], digits: number): bigint[] {
  return groups.map(({ items, methods }) => {
    const { total } = decorateCartTotals({
      currency_code: cart.currency_code,
      region: { automatic_taxes: !!cart.region?.automatic_taxes },
      items: items.map(copyLine),
      shipping_methods: methods.map(copyLine),
    })
    return toMinorUnits(total, digits)
  })
}

/** Medusa writes totals into what it is given. */
function copyLine<Line extends CartItem | CartMethod>(line: Line): Line {
  return {
    ...line,
    tax_lines: line.tax_lines?.map((taxLine) => ({ ...taxLine })),
    adjustments: line.adjustments?.map((adjustment) => ({ ...adjustment })),
  }
}

function groupBySeller(cart: SplitCart): Group[] {
  const groups = new Map<string, Group>()
  const keyOfProfile = new Map<string, string>()
  for (const item of cart.items ?? []) {
    const key = item.product?.seller?.id ?? OPERATOR_KEY
    const group = groups.get(key) ?? { key, items: [], methods: [] }
    group.items.push(item)
    groups.set(key, group)
    const profile = item.variant?.product?.shipping_profile?.id
    if (profile) {
      keyOfProfile.set(profile, key)
    }
  }
  for (const method of cart.shipping_methods ?? []) {
    groupOfMethod(method, groups, keyOfProfile).methods.push(method)
  }
  return [...groups.values()].sort(operatorLast)
}

function groupOfMethod(
  method: CartMethod,
  groups: Map<string, Group>,
  keyOfProfile: Map<string, string>
): Group {
  const seller = method.shipping_option?.seller?.id
  const profile = method.shipping_option?.shipping_profile_id
  const group =
    groups.get(seller ?? keyOfProfile.get(profile ?? "") ?? OPERATOR_KEY) ??
    (groups.size === 1 && !seller ? [...groups.values()][0] : undefined)
  if (!group) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Shipping method "${method.name}" (${method.id}) carries nothing in this cart. Remove it to continue.`
    )
  }
  return group
}

function operatorLast(left: Group, right: Group): number {
  if (left.key === OPERATOR_KEY || right.key === OPERATOR_KEY) {
    return left.key === OPERATOR_KEY ? 1 : -1
  }
  return left.key < right.key ? -1 : 1
}
