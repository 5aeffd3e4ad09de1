import { commonSort, type View } from "../../_kit/view-query"

const under = (relation: string, columns: readonly string[]) =>
  columns.map((column) => `${relation}.${column}`)

const columns = [
  "id",
  "display_id",
  "custom_display_id",
  "status",
  "version",
  "email",
  "currency_code",
  "locale",
  "region_id",
  "sales_channel_id",
  "customer_id",
  "metadata",
  "canceled_at",
  "created_at",
  "updated_at",
]

const totals = [
  ...["", "item_", "shipping_"].flatMap((of) => [
    `${of}total`,
    `${of}subtotal`,
    `${of}tax_total`,
    `${of}discount_total`,
    `original_${of}total`,
    `original_${of}subtotal`,
    `original_${of}tax_total`,
  ]),
  "discount_subtotal",
  "discount_tax_total",
  "credit_line_total",
  "credit_line_subtotal",
  "credit_line_tax_total",
]

/** The own part of the buyer's payment; what leads to the whole of it (`metadata`, `data`) is not among them. */
export const collectionColumns = [
  "id",
  "currency_code",
  "amount",
  "authorized_amount",
  "captured_amount",
  "refunded_amount",
  "status",
  "completed_at",
  "created_at",
  "updated_at",
]

export const paymentColumns = [
  "id",
  "amount",
  "currency_code",
  "provider_id",
  "payment_collection_id",
  "payment_session_id",
  "captured_at",
  "canceled_at",
  "created_at",
  "updated_at",
  ...under("captures", ["id", "amount", "created_at"]),
  ...under("refunds", ["id", "amount", "note", "payment_id", "created_at"]),
  ...under("refunds", ["refund_reason_id"]),
  ...under("refunds.refund_reason", ["id", "label", "code"]),
]

const collection = [
  ...under("payment_collections", collectionColumns),
  ...under("payment_collections.payments", paymentColumns),
]

const listRelations = [
  "items",
  "shipping_address",
  "billing_address",
  "shipping_methods",
  "fulfillments",
]

const defaultRelations = [
  ...listRelations,
  "items.tax_lines",
  "items.adjustments",
  "items.detail",
  "items.variant",
  "items.variant.product",
  "shipping_methods.tax_lines",
  "shipping_methods.adjustments",
  "fulfillments.items",
  "fulfillments.labels",
]

/** What an order's parcels, goods and buyer are; of the buyer only what the order needs. */
const relations = [
  ...defaultRelations,
  "items.variant.options",
  "items.variant.options.option",
  "items.variant.prices",
  "items.variant.inventory_items",
  "items.variant.inventory_items.inventory",
  "items.variant.product.shipping_profile",
  "fulfillments.delivery_address",
  "returns",
  "returns.items",
  ...under("customer", ["id", "email", "first_name", "last_name"]),
  ...under("customer", ["phone", "company_name"]),
  ...under("region", ["id", "name", "currency_code", "automatic_taxes"]),
  ...under("sales_channel", ["id", "name"]),
  ...under("transactions", ["id", "amount", "currency_code", "reference"]),
  ...under("transactions", ["reference_id", "created_at"]),
  ...under("credit_lines", ["id", "amount", "reference", "created_at"]),
  ...under("fulfillments.shipping_option", ["id", "name"]),
  "fulfillments.shipping_option.service_zone.fulfillment_set.type",
]

const single = [
  "items.quantity",
  "items.variant.manage_inventory",
  "items.variant.inventory_items.required_quantity",
]

const starred = (names: readonly string[]) => names.map((name) => `*${name}`)
const fields = [...columns, ...totals, "summary", ...relations, ...single]

/** A preview counts along. */
const previewTotals = [
  ...["fulfilled_total", "shipped_total", "write_off_total"],
  ...["requested", "received", "dismissed"].map((of) => `return_${of}_total`),
]

/** What an order answers beside its fields. */
const computed = [
  ...["payment_status", "fulfillment_status", "split_order_payment"],
  ...[...totals, ...previewTotals].map((name) => `raw_${name}`),
  ...previewTotals,
]

/** What a seller reads of an order of its own: no sibling order, cart, shared payment or set. */
export const orderView: View = {
  fields: [...fields, ...collection],
  derived: computed,
  defaults: [
    ...columns,
    ...totals,
    "summary",
    ...starred(defaultRelations),
    ...collection,
  ],
  sort: [],
  filters: [],
}

/** Fewer defaults, as panels read hundreds of orders at once. */
export const orderListView: View = {
  hidden: [
    ...["is_draft_order", "no_notification"],
    ...["gift_card_total", "gift_card_tax_total"],
  ],
  fields: [...fields, ...collection],
  derived: computed,
  defaults: [...columns, ...totals, "summary", ...starred(listRelations)],
  sort: [
    ...commonSort,
    "display_id",
    "email",
    "status",
    "payment_status",
    "fulfillment_status",
    "currency_code",
  ],
  filters: [
    "id",
    "q",
    "status",
    "payment_status",
    "fulfillment_status",
    "customer_id",
    "sales_channel_id",
    "region_id",
    "created_at",
    "updated_at",
  ],
  defaultLimit: 500,
}

const changeColumns = [
  "id",
  "order_id",
  "return_id",
  "claim_id",
  "exchange_id",
  "version",
  "change_type",
  "description",
  "status",
  "internal_note",
  "created_by",
  "requested_by",
  "requested_at",
  "confirmed_by",
  "confirmed_at",
  "declined_by",
  "declined_reason",
  "declined_at",
  "canceled_by",
  "canceled_at",
  "carry_over_promotions",
  "created_at",
  "updated_at",
]

export const orderChangeView: View = {
  fields: [...changeColumns, "actions"],
  defaults: [...changeColumns, "*actions"],
  sort: [],
  filters: ["id", "status", "change_type", "created_at", "updated_at"],
  unpaged: true,
}

const itemColumns = ["id", "order_id", "item_id", "version", "quantity"]

export const orderItemView: View = {
  fields: [...itemColumns, "item", "item.variant", "item.variant.product"],
  derived: ["history"],
  defaults: [...itemColumns, "*item"],
  sort: [],
  filters: ["id", "item_id", "version"],
  unpaged: true,
}

/** Medusa answers all of the order's own columns. */
export const orderPreviewView: View = { ...orderView, unpaged: true }
