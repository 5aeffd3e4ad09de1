import {
  AdminGetProductOptionsParams,
  AdminGetProductsParams,
} from "@medusajs/medusa/api/admin/products/validators"
import {
  commonFilters,
  commonSort,
  filtersOf,
  type View,
} from "../../_kit/view-query"

const variantColumns = [
  "id",
  "title",
  "sku",
  "barcode",
  "ean",
  "upc",
  "thumbnail",
  "allow_backorder",
  "manage_inventory",
  "variant_rank",
  "hs_code",
  "origin_country",
  "mid_code",
  "material",
  "weight",
  "length",
  "height",
  "width",
  "metadata",
  "product_id",
  "created_at",
  "updated_at",
]

const variantDefaults = [
  ...variantColumns,
  "*prices",
  "prices.price_rules.value",
  "prices.price_rules.attribute",
  "*options",
  "*images",
]

const variantRelations = [
  "prices",
  "options",
  "options.option",
  "images",
  "inventory_items",
  "inventory_items.inventory",
  "inventory_items.inventory.location_levels",
  "inventory",
  "inventory.location_levels",
]

/** What a seller reads of a variant of its own. */
export const variantView: View = {
  fields: [...variantDefaults, ...variantRelations],
  defaults: variantDefaults,
  sort: [...commonSort, "title", "sku", "variant_rank", "manage_inventory"],
  filters: [
    ...commonFilters,
    "manage_inventory",
    "allow_backorder",
    "sku",
    "ean",
    "upc",
    "barcode",
  ],
}

const columns = [
  "id",
  "title",
  "subtitle",
  "status",
  "external_id",
  "description",
  "handle",
  "is_giftcard",
  "discountable",
  "thumbnail",
  "collection_id",
  "type_id",
  "weight",
  "length",
  "height",
  "width",
  "hs_code",
  "origin_country",
  "mid_code",
  "material",
  "metadata",
  "created_at",
  "updated_at",
]

const under = (relation: string, fields: readonly string[]) =>
  fields.map((field) =>
    field.startsWith("*")
      ? `*${relation}.${field.slice(1)}`
      : `${relation}.${field}`
  )

const defaults = [
  ...columns,
  "*type",
  "*collection",
  "*options",
  "*options.values",
  "*tags",
  "*images",
  "*variants",
  ...under(
    "variants",
    variantDefaults.filter((field) => !variantColumns.includes(field))
  ),
  "*sales_channels",
]

const extras = [
  "*attribute_values",
  "*attribute_values.attribute",
  "*secondary_categories",
  "secondary_categories.product_category.id",
  "secondary_categories.product_category.name",
  "secondary_categories.product_category.handle",
]

/** What a file of products holds. */
export const productFileView: View = {
  fields: [
    ...defaults,
    ...under("variants", [...variantColumns, ...variantRelations]),
    "categories",
    "shipping_profile",
    "collection.title",
    "collection.id",
  ],
  defaults,
  sort: [...commonSort, "title", "handle", "status"],
  filters: filtersOf(AdminGetProductsParams, ["price_list_id"]),
}

/** What a seller reads of a product of its own; categories and the like without what hangs below them. */
export const productView: View = {
  ...productFileView,
  fields: [...productFileView.fields, ...extras],
  defaults: [...defaults, ...extras],
}

/** What a seller reads of the options of a product. */
export const optionView: View = {
  fields: ["id", "title", "metadata", "created_at", "updated_at", "values"],
  defaults: ["id", "title", "*values"],
  sort: [...commonSort, "title"],
  filters: filtersOf(AdminGetProductOptionsParams),
}
