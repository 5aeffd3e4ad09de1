import type {
  BigNumberInput,
  CartAddressDTO,
  CreateOrderDTO,
} from "@medusajs/framework/types"

export type CartTaxLine = {
  description?: string
  tax_rate_id?: string
  code: string
  rate: BigNumberInput
  provider_id?: string
  metadata?: Record<string, unknown> | null
  data?: Record<string, unknown> | null
}

export type CartAdjustment = {
  code?: string
  amount: BigNumberInput
  description?: string
  promotion_id?: string
  provider_id?: string
  is_tax_inclusive?: boolean
}

export type CartItem = {
  id: string
  title: string
  quantity: BigNumberInput
  unit_price: BigNumberInput
  compare_at_unit_price?: BigNumberInput
  subtitle?: string
  thumbnail?: string
  product_id?: string
  product_title?: string
  product_description?: string
  product_subtitle?: string
  product_type?: string
  product_type_id?: string
  product_collection?: string
  product_handle?: string
  variant_id?: string
  variant_sku?: string
  variant_barcode?: string
  variant_title?: string
  variant_option_values?: Record<string, unknown>
  requires_shipping?: boolean
  is_discountable?: boolean
  is_tax_inclusive?: boolean
  metadata?: Record<string, unknown> | null
  tax_lines?: CartTaxLine[]
  adjustments?: CartAdjustment[]
  product?: { seller?: { id: string } | null } | null
  variant?: {
    id: string
    product?: {
      id?: string
      is_giftcard?: boolean
      shipping_profile?: { id: string } | null
    } | null
  } | null
}

export type CartMethod = {
  id: string
  name: string
  description?: string
  amount: BigNumberInput
  raw_amount?: BigNumberInput
  is_tax_inclusive?: boolean
  shipping_option_id?: string
  data?: Record<string, unknown>
  metadata?: Record<string, unknown> | null
  tax_lines?: CartTaxLine[]
  adjustments?: CartAdjustment[]
  shipping_option?: {
    shipping_profile_id?: string | null
    seller?: { id: string } | null
  } | null
}

export type CartCreditLine = {
  amount: BigNumberInput
  raw_amount?: BigNumberInput
  reference?: string | null
  reference_id?: string | null
  metadata?: Record<string, unknown> | null
}

/** What the split reads of a cart; relations as `query.graph` answers them. */
export type SplitCart = {
  id: string
  currency_code: string
  email?: string
  locale?: string
  sales_channel_id?: string
  metadata?: Record<string, unknown> | null
  customer?: { id: string } | null
  region?: { id: string; automatic_taxes?: boolean } | null
  shipping_address?: CartAddressDTO | null
  billing_address?: CartAddressDTO | null
  items?: CartItem[]
  shipping_methods?: CartMethod[]
  credit_lines?: CartCreditLine[]
}

/** Medusa's input for one order, with the id that the order will have. */
export type OrderDraft = CreateOrderDTO & {
  id: string
  credit_lines: NonNullable<CreateOrderDTO["credit_lines"]>
}

/** One order of the cart, and what the buyer pays for it. */
export type CartPart = {
  /** The seller's id, or `operator` for lines without a seller. */
  seller_key: string
  /** Exact decimal in major units, e.g. `"12.30"`; all shares sum to the authorised amount. */
  share: string
  order: OrderDraft
}
