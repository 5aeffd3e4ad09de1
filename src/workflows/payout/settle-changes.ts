import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { fromMinorUnits } from "../../money/minor-units"
import { minorDigits } from "../../money/scale"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { SettledOrder } from "../../modules/payout/ledger/settlement-rows"
import type { PayoutModuleService } from "../../modules/payout/service"
import { currentTariff } from "../commission/current-tariff"
import { readProductFacts } from "../commission/product-facts"
import type { ExactLine, SoldItem } from "./exact-lines"
import { lineIdOf, unsettledLines, type CurrentOrder } from "./order-changes"
import { settleLines } from "./settle-order"

type OwnedOrder = CurrentOrder & {
  sales_channel_id?: string | null
  seller?: { id: string } | null
  promotions?: ({ id: string; seller?: { id: string } | null } | null)[] | null
}

/** An order, and what is frozen of it after what was missing was added. */
export type SettledNow = { order: CurrentOrder; settled: SettledOrder }

const fields = [
  "id",
  "status",
  "version",
  "currency_code",
  "sales_channel_id",
  "seller.id",
  "promotions.id",
  "promotions.seller.id",
  "items.*",
  "items.detail.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
]

/**
 * Freezes what an edit, claim, exchange or return added to an order, by the
 * tariff as it is now and without fees per order. Harmless when nothing was added.
 */
export async function settleChanges(
  container: MedusaContainer,
  orderId: string
): Promise<SettledNow> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    { entity: "order", fields, filters: { id: orderId } },
    { throwIfKeyNotFound: true }
  )
  // The query's own type knows neither links nor what an order is made of.
  const [order] = data as unknown as [OwnedOrder]
  const known = await payout.findSettledOrder(orderId)
  const seller = known ? known.seller_id : (order.seller?.id ?? null)
  const lines = unsettledLines(
    order,
    known?.lines ?? [],
    fundedBy(order, seller)
  )
  if (lines.length) {
    await freeze(container, { order, lines, seller })
  }
  const settled = lines.length ? await payout.findSettledOrder(orderId) : known
  return { order, settled: settled ?? empty(order, seller) }
}

function empty(order: OwnedOrder, seller_id: string | null): SettledOrder {
  return { seller_id, currency_code: order.currency_code, lines: [] }
}

type Added = { order: OwnedOrder; lines: ExactLine[]; seller: string | null }

async function freeze(
  container: MedusaContainer,
  { order, lines, seller }: Added
): Promise<void> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const items = lines.flatMap((line) => addedItem(order, line))
  const facts = await readProductFacts(
    container,
    items.flatMap(({ product_id }) => product_id ?? [])
  )
  await payout.freezeSettlementLines(
    settleLines(
      {
        order_id: order.id,
        currency_code: order.currency_code,
        items,
        shipping_methods: [],
        seller_id: seller,
        sales_channel_id: order.sales_channel_id ?? null,
        origin: "change",
        tax_remitter: payout.options.taxRemitter,
        facts,
      },
      lines,
      { tariff: await currentTariff(container), at: new Date() }
    )
  )
}

/** The item of a line, with as many pieces as were added. */
function addedItem(order: CurrentOrder, line: ExactLine): SoldItem[] {
  const item = order.items?.find((one) => one?.id === lineIdOf(line.line_id))
  if (line.line_type !== "item" || !item) {
    return []
  }
  const gross = fromMinorUnits(line.gross, minorDigits(order.currency_code))
  const price = item.raw_unit_price ?? item.unit_price
  const quantity =
    line.line_id === item.id || MathBN.eq(price, 0)
      ? item.quantity
      : MathBN.div(gross, price).decimalPlaces(6)
  return [{ ...item, id: line.line_id, quantity }]
}

function fundedBy({ promotions }: OwnedOrder, seller: string | null) {
  const own = new Set(
    (promotions ?? []).flatMap((promotion) =>
      promotion && promotion.seller?.id === seller ? [promotion.id] : []
    )
  )
  return (promotionId: string | null) => !seller || own.has(promotionId ?? "")
}
