import {
  isDefined,
  isPresent,
  MathBN,
  MedusaError,
  OrderStatus,
} from "@medusajs/framework/utils"
import type {
  CartAdjustment,
  CartCreditLine,
  CartItem,
  CartMethod,
  CartTaxLine,
  OrderDraft,
  SplitCart,
} from "./split-cart-types"

export type DraftParts = {
  id: string
  items: CartItem[]
  methods: CartMethod[]
  creditLines: CartCreditLine[]
}

/**
 * What Medusa 2.21's `complete-cart` gives to `createOrders`, for some of the
 * lines of a cart. The id is given, so that the rows which say what the cart
 * becomes can be written before the order.
 */
export function draftOrder(cart: SplitCart, parts: DraftParts): OrderDraft {
  const items = parts.items.map((item) => draftItem(cart.id, item))
  const shipping_methods = parts.methods.map(draftMethod)
  return {
    id: parts.id,
    region_id: cart.region?.id,
    customer_id: cart.customer?.id,
    sales_channel_id: cart.sales_channel_id,
    status: OrderStatus.PENDING,
    email: cart.email,
    currency_code: cart.currency_code,
    locale: cart.locale,
    shipping_address: withoutId(cart.shipping_address),
    billing_address: withoutId(cart.billing_address),
    no_notification: false,
    items,
    shipping_methods,
    metadata: cart.metadata,
    promo_codes: [...items, ...shipping_methods]
      .flatMap(({ adjustments }) => adjustments)
      .flatMap(({ code }) => code || []),
    credit_lines: parts.creditLines.map((line) => ({
      order_id: parts.id,
      amount: line.raw_amount ?? line.amount,
      reference: line.reference,
      reference_id: line.reference_id,
      metadata: line.metadata,
    })),
  }
}

function draftItem(cartId: string, item: CartItem) {
  const product = item.variant?.product
  if (item.variant && !product) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Variant does not have a product"
    )
  }
  if (MathBN.lte(item.quantity, 0)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Item quantity must be greater than 0"
    )
  }
  const { id, product: _, variant, adjustments, tax_lines, ...line } = item
  return {
    ...pickItem(line),
    cart_id: cartId,
    product_id: product?.id ?? item.product_id,
    variant_id: variant?.id,
    is_giftcard: product?.is_giftcard ?? false,
    requires_shipping: isDefined(item.requires_shipping)
      ? item.requires_shipping
      : isPresent(product?.shipping_profile?.id),
    is_tax_inclusive: !!item.is_tax_inclusive,
    metadata: item.metadata ?? {},
    tax_lines: draftTaxLines(tax_lines),
    adjustments: draftAdjustments(adjustments),
  }
}

/** Medusa copies these and drops the totals that the cart query added. */
function pickItem(line: Omit<CartItem, "id">) {
  return {
    title: line.title,
    quantity: line.quantity,
    unit_price: line.unit_price,
    compare_at_unit_price: line.compare_at_unit_price,
    subtitle: line.subtitle,
    thumbnail: line.thumbnail,
    product_title: line.product_title,
    product_description: line.product_description,
    product_subtitle: line.product_subtitle,
    product_type: line.product_type,
    product_type_id: line.product_type_id,
    product_collection: line.product_collection,
    product_handle: line.product_handle,
    variant_sku: line.variant_sku,
    variant_barcode: line.variant_barcode,
    variant_title: line.variant_title,
    variant_option_values: line.variant_option_values,
    is_discountable: line.is_discountable,
  }
}

function draftMethod(method: CartMethod) {
  return {
    name: method.name,
    description: method.description,
    amount: method.raw_amount ?? method.amount,
    is_tax_inclusive: method.is_tax_inclusive,
    shipping_option_id: method.shipping_option_id,
    data: method.data,
    metadata: method.metadata,
    tax_lines: draftTaxLines(method.tax_lines),
    adjustments: draftAdjustments(method.adjustments),
  }
}

function draftTaxLines(lines: CartTaxLine[] = []) {
  return lines.map((line) => ({
    description: line.description,
    tax_rate_id: line.tax_rate_id,
    code: line.code,
    rate: line.rate,
    provider_id: line.provider_id,
    metadata: line.metadata ?? null,
    data: line.data ?? null,
  }))
}

function draftAdjustments(lines: CartAdjustment[] = []) {
  return lines.map((line) => ({
    code: line.code,
    amount: line.amount,
    description: line.description,
    promotion_id: line.promotion_id,
    provider_id: line.provider_id,
    is_tax_inclusive: line.is_tax_inclusive,
  }))
}

/** Each order gets addresses of its own; undefined keys are what Medusa takes for "none". */
function withoutId(address: SplitCart["shipping_address"]) {
  if (!address) {
    return undefined
  }
  const { id, ...rest } = address
  return rest
}
