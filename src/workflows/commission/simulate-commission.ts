import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { fieldError } from "../../modules/commission/field-error"
import { fromMinorUnits, toMinorUnits } from "../../money/minor-units"
import { minorDigits } from "../../money/scale"
import {
  chargeOrder,
  type Charge,
  type ItemToCharge,
  type ShippingToCharge,
} from "./charge-order"
import { currentTariff } from "./current-tariff"
import type { Explain } from "./explain"
import {
  noProduct,
  readCategoryPaths,
  readProductFacts,
  type ProductFacts,
} from "./product-facts"
import { resolveRule, type LineFacts, type Resolution } from "./resolve-rule"

type Amount = number | string

/** Amounts in major units; discounts are those that the seller pays for. */
export type SimulatedItem = {
  product_id?: string
  /** Instead of the product's own, or without a product. */
  product_type_id?: string
  product_collection_id?: string
  product_category_ids?: string[]
  unit_price: Amount
  quantity: Amount
  discount_total?: Amount
  tax_total?: Amount
}

export type SimulatedShipping = {
  amount: Amount
  discount_total?: Amount
  tax_total?: Amount
}

export type SimulateCommissionInput = {
  currency_code: string
  /** Default: the seller of each product. */
  seller_id?: string
  sales_channel_id?: string
  /** ISO text; default: now. */
  at?: string
  items: SimulatedItem[]
  shipping: SimulatedShipping[]
}

/** Amounts as decimal text in major units. */
export type CommissionSimulation = {
  currency_code: string
  tariff_version: number
  commission_total: string
  fee_tax_total: string
  lines: {
    line_type: Charge["line_type"]
    /** Position among the items or the shipping of the request. */
    index: number
    rule_id: string | null
    commission: string
    fee_tax: string
    explain: Explain
  }[]
}

const simulateCommissionStep = createStep(
  "simulate-commission",
  async (input: SimulateCommissionInput, { container }) => {
    const tariff = await currentTariff(container)
    const items = await gatherFacts(container, input)
    const currency = currencyOf(input)
    const charges = chargeOrder({
      currency,
      items: items.map(({ item, facts }, index) =>
        toCharge(item, {
          id: lineId(index),
          resolution: resolveRule(tariff, facts),
          digits: currency.digits,
        })
      ),
      shipping: input.shipping.map((line, index) =>
        shippingToCharge(line, index, currency.digits)
      ),
    })
    return new StepResponse(present(charges, tariff.version, currency))
  }
)

export const simulateCommissionWorkflowId = "simulate-commission"

/**
 * What the tariff would charge one seller's order, line by line, with the same
 * explain record that is kept with a placed order. Writes nothing.
 *
 * @throws MedusaError INVALID_DATA (400) naming a product or category that is not there.
 */
export const simulateCommissionWorkflow = createWorkflow(
  simulateCommissionWorkflowId,
  (input: SimulateCommissionInput) =>
    new WorkflowResponse(simulateCommissionStep(input))
)

function currencyOf({ currency_code }: SimulateCommissionInput) {
  const code = currency_code.toLowerCase()
  return { code, digits: minorDigits(code) }
}

async function gatherFacts(
  container: MedusaContainer,
  input: SimulateCommissionInput
): Promise<{ item: SimulatedItem; facts: LineFacts }[]> {
  const { items } = input
  const products = await readProductFacts(
    container,
    items.flatMap(({ product_id }) => (product_id ? [product_id] : []))
  )
  const paths = await readCategoryPaths(
    container,
    items.flatMap(({ product_category_ids = [] }) => product_category_ids)
  )
  return items.map((item, index) => {
    const known = factsOf(item, index, { products, paths })
    const facts: LineFacts = {
      ...known,
      seller: input.seller_id ?? known.seller,
      sales_channel: input.sales_channel_id ?? null,
      currency: currencyOf(input).code,
      at: input.at ? new Date(input.at) : new Date(),
    }
    return { item, facts }
  })
}

type Known = {
  products: Map<string, ProductFacts>
  paths: Map<string, string[]>
}

function factsOf(
  item: SimulatedItem,
  index: number,
  { products, paths }: Known
): ProductFacts {
  const product = item.product_id ? products.get(item.product_id) : noProduct
  if (!product) {
    throw fieldError(
      `items.${index}.product_id`,
      `there is no product "${item.product_id}"`
    )
  }
  return {
    ...product,
    product_type: item.product_type_id ?? product.product_type,
    product_collection:
      item.product_collection_id ?? product.product_collection,
    product_categories:
      item.product_category_ids?.map((id) => {
        const path = paths.get(id)
        if (!path) {
          throw fieldError(
            `items.${index}.product_category_ids`,
            `there is no product category "${id}"`
          )
        }
        return path
      }) ?? product.product_categories,
  }
}

function toCharge(
  item: SimulatedItem,
  frame: { id: string; resolution: Resolution; digits: number }
): ItemToCharge {
  const { id, resolution, digits } = frame
  return {
    id,
    resolution,
    quantity: item.quantity,
    gross: toMinorUnits(MathBN.mult(item.unit_price, item.quantity), digits),
    discount_seller: toMinorUnits(item.discount_total ?? 0, digits),
    tax: toMinorUnits(item.tax_total ?? 0, digits),
  }
}

function shippingToCharge(
  line: SimulatedShipping,
  index: number,
  digits: number
): ShippingToCharge {
  return {
    id: lineId(index),
    item_ids: null,
    gross: toMinorUnits(line.amount, digits),
    discount_seller: toMinorUnits(line.discount_total ?? 0, digits),
    tax: toMinorUnits(line.tax_total ?? 0, digits),
  }
}

/** Sorts like the position, so that left-over units go to earlier lines. */
function lineId(index: number): string {
  return String(index).padStart(6, "0")
}

function present(
  charges: Charge[],
  tariff_version: number,
  { code, digits }: { code: string; digits: number }
): CommissionSimulation {
  const money = (minor: bigint) => fromMinorUnits(minor, digits)
  const total = (field: "commission" | "fee_tax") =>
    money(charges.reduce((sum, charge) => sum + charge[field], 0n))
  return {
    currency_code: code,
    tariff_version,
    commission_total: total("commission"),
    fee_tax_total: total("fee_tax"),
    lines: charges.map((charge) => ({
      line_type: charge.line_type,
      index: Number(charge.line_id),
      rule_id: charge.rule_id,
      commission: money(charge.commission),
      fee_tax: money(charge.fee_tax),
      explain: charge.explain,
    })),
  }
}
