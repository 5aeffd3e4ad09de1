import { adminCollectionRoutesMiddlewares } from "@medusajs/medusa/api/admin/collections/middlewares"
import * as collection from "@medusajs/medusa/api/admin/collections/[id]/route"
import * as collections from "@medusajs/medusa/api/admin/collections/route"
import { adminCurrencyRoutesMiddlewares } from "@medusajs/medusa/api/admin/currencies/middlewares"
import * as currency from "@medusajs/medusa/api/admin/currencies/[code]/route"
import * as currencies from "@medusajs/medusa/api/admin/currencies/route"
import { adminFulfillmentProvidersRoutesMiddlewares } from "@medusajs/medusa/api/admin/fulfillment-providers/middlewares"
import * as providerOptions from "@medusajs/medusa/api/admin/fulfillment-providers/[id]/options/route"
import * as providers from "@medusajs/medusa/api/admin/fulfillment-providers/route"
import { adminPricePreferencesRoutesMiddlewares } from "@medusajs/medusa/api/admin/price-preferences/middlewares"
import * as pricePreferences from "@medusajs/medusa/api/admin/price-preferences/route"
import { adminProductCategoryRoutesMiddlewares } from "@medusajs/medusa/api/admin/product-categories/middlewares"
import * as category from "@medusajs/medusa/api/admin/product-categories/[id]/route"
import * as categories from "@medusajs/medusa/api/admin/product-categories/route"
import { adminProductTagRoutesMiddlewares } from "@medusajs/medusa/api/admin/product-tags/middlewares"
import * as tag from "@medusajs/medusa/api/admin/product-tags/[id]/route"
import * as tags from "@medusajs/medusa/api/admin/product-tags/route"
import { adminProductTypeRoutesMiddlewares } from "@medusajs/medusa/api/admin/product-types/middlewares"
import * as type from "@medusajs/medusa/api/admin/product-types/[id]/route"
import * as types from "@medusajs/medusa/api/admin/product-types/route"
import { adminRegionRoutesMiddlewares } from "@medusajs/medusa/api/admin/regions/middlewares"
import * as region from "@medusajs/medusa/api/admin/regions/[id]/route"
import * as regions from "@medusajs/medusa/api/admin/regions/route"
import { adminSalesChannelRoutesMiddlewares } from "@medusajs/medusa/api/admin/sales-channels/middlewares"
import * as channel from "@medusajs/medusa/api/admin/sales-channels/[id]/route"
import * as channels from "@medusajs/medusa/api/admin/sales-channels/route"
import { adminStoreRoutesMiddlewares } from "@medusajs/medusa/api/admin/stores/middlewares"
import * as stores from "@medusajs/medusa/api/admin/stores/route"
import { renameKey } from "../../_kit/rename-key"
import { mirror, type Mirror } from "../../_kit/mirror"
import { commonFilters, commonSort, type View } from "../../_kit/view-query"

/** The operator's rows, which a seller reads to describe its own. */
const reference = (
  resource: string,
  part: Pick<Mirror, "core" | "routes" | "medusas"> & { view: Partial<View> }
) =>
  mirror({
    ...part,
    resource,
    entity: "reference",
    area: null,
    view: {
      fields: [],
      defaults: part.view.fields ?? [],
      sort: commonSort,
      filters: commonFilters,
      ...part.view,
    },
  })

const dates = ["created_at", "updated_at"]

export const referenceData = [
  ...reference("stores", {
    core: adminStoreRoutesMiddlewares,
    routes: { "GET /": stores.GET },
    view: {
      fields: [
        "id",
        "name",
        "default_sales_channel_id",
        "default_region_id",
        "default_location_id",
        ...dates,
        "*supported_currencies",
        "*supported_currencies.currency",
      ],
      filters: ["id", "q", "name"],
    },
  }),
  ...reference("regions", {
    core: adminRegionRoutesMiddlewares,
    routes: { "GET /": regions.GET, "GET /:id": region.GET },
    view: {
      fields: [
        "id",
        "name",
        "currency_code",
        "automatic_taxes",
        ...dates,
        "*countries",
      ],
      sort: [...commonSort, "name", "currency_code"],
      filters: [...commonFilters, "name", "currency_code"],
      defaultLimit: 1000,
    },
  }),
  ...reference("currencies", {
    core: adminCurrencyRoutesMiddlewares,
    routes: {
      "GET /": currencies.GET,
      "GET /:code": { answer: currency.GET, owned: { code: "reference" } },
    },
    view: {
      fields: [
        "code",
        "name",
        "symbol",
        "symbol_native",
        "decimal_digits",
        "rounding",
      ],
      sort: ["code", "name"],
      filters: ["q", "code"],
      defaultLimit: 200,
    },
  }),
  ...reference("sales-channels", {
    core: adminSalesChannelRoutesMiddlewares,
    routes: { "GET /": channels.GET, "GET /:id": channel.GET },
    view: {
      fields: ["id", "name", "description", "is_disabled", ...dates],
      sort: [...commonSort, "name"],
      filters: [...commonFilters, "name", "is_disabled"],
      defaultLimit: 1000,
    },
  }),
  ...reference("price-preferences", {
    core: adminPricePreferencesRoutesMiddlewares,
    routes: { "GET /": pricePreferences.GET },
    view: {
      fields: ["id", "attribute", "value", "is_tax_inclusive", ...dates],
      filters: ["id", "q", "attribute", "value"],
      defaultLimit: 1000,
    },
  }),
  ...reference("fulfillment-providers", {
    core: adminFulfillmentProvidersRoutesMiddlewares,
    routes: {
      "GET /": providers.GET,
      "GET /:id/options": providerOptions.GET,
    },
    view: {
      fields: ["id", "is_enabled"],
      sort: ["id"],
      filters: ["id", "q", "is_enabled"],
      defaultLimit: 1000,
    },
  }),
  ...reference("product-categories", {
    core: adminProductCategoryRoutesMiddlewares,
    routes: { "GET /": categories.GET, "GET /:id": category.GET },
    view: {
      fields: [
        "id",
        "name",
        "description",
        "handle",
        "rank",
        "is_active",
        "is_internal",
        "parent_category_id",
        "metadata",
        ...dates,
        "*parent_category",
        "*category_children",
      ],
      sort: [...commonSort, "name", "rank"],
      filters: [...commonFilters, "handle", "parent_category_id", "is_active"],
    },
  }),
  ...reference("product-collections", {
    medusas: "collections",
    core: adminCollectionRoutesMiddlewares,
    routes: {
      "GET /": renameKey(collections.GET, "collections", "product_collections"),
      "GET /:id": renameKey(collection.GET, "collection", "product_collection"),
    },
    view: {
      fields: ["id", "title", "handle", "metadata", ...dates],
      sort: [...commonSort, "title", "handle"],
      filters: [...commonFilters, "title", "handle"],
    },
  }),
  ...reference("product-tags", {
    core: adminProductTagRoutesMiddlewares,
    routes: { "GET /": tags.GET, "GET /:id": tag.GET },
    view: {
      fields: ["id", "value", "metadata", ...dates],
      sort: [...commonSort, "value"],
      filters: [...commonFilters, "value"],
    },
  }),
  ...reference("product-types", {
    core: adminProductTypeRoutesMiddlewares,
    routes: { "GET /": types.GET, "GET /:id": type.GET },
    view: {
      fields: ["id", "value", "metadata", ...dates],
      sort: [...commonSort, "value"],
      filters: [...commonFilters, "value"],
    },
  }),
]
