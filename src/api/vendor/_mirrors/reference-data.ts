import { adminCollectionRoutesMiddlewares } from "@medusajs/medusa/api/admin/collections/middlewares"
import * as collection from "@medusajs/medusa/api/admin/collections/[id]/route"
import * as collections from "@medusajs/medusa/api/admin/collections/route"
import { AdminGetCollectionsParams } from "@medusajs/medusa/api/admin/collections/validators"
import { adminCurrencyRoutesMiddlewares } from "@medusajs/medusa/api/admin/currencies/middlewares"
import * as currency from "@medusajs/medusa/api/admin/currencies/[code]/route"
import * as currencies from "@medusajs/medusa/api/admin/currencies/route"
import { AdminGetCurrenciesParams } from "@medusajs/medusa/api/admin/currencies/validators"
import { adminFulfillmentProvidersRoutesMiddlewares } from "@medusajs/medusa/api/admin/fulfillment-providers/middlewares"
import * as providerOptions from "@medusajs/medusa/api/admin/fulfillment-providers/[id]/options/route"
import * as providers from "@medusajs/medusa/api/admin/fulfillment-providers/route"
import { AdminFulfillmentProvidersParams } from "@medusajs/medusa/api/admin/fulfillment-providers/validators"
import { adminPricePreferencesRoutesMiddlewares } from "@medusajs/medusa/api/admin/price-preferences/middlewares"
import * as pricePreferences from "@medusajs/medusa/api/admin/price-preferences/route"
import { AdminGetPricePreferencesParams } from "@medusajs/medusa/api/admin/price-preferences/validators"
import { adminProductCategoryRoutesMiddlewares } from "@medusajs/medusa/api/admin/product-categories/middlewares"
import * as category from "@medusajs/medusa/api/admin/product-categories/[id]/route"
import * as categories from "@medusajs/medusa/api/admin/product-categories/route"
import { AdminProductCategoriesParams } from "@medusajs/medusa/api/admin/product-categories/validators"
import { adminProductTagRoutesMiddlewares } from "@medusajs/medusa/api/admin/product-tags/middlewares"
import * as tag from "@medusajs/medusa/api/admin/product-tags/[id]/route"
import * as tags from "@medusajs/medusa/api/admin/product-tags/route"
import { AdminGetProductTagsParams } from "@medusajs/medusa/api/admin/product-tags/validators"
import { adminProductTypeRoutesMiddlewares } from "@medusajs/medusa/api/admin/product-types/middlewares"
import * as type from "@medusajs/medusa/api/admin/product-types/[id]/route"
import * as types from "@medusajs/medusa/api/admin/product-types/route"
import { AdminGetProductTypesParams } from "@medusajs/medusa/api/admin/product-types/validators"
import { adminRefundReasonsRoutesMiddlewares } from "@medusajs/medusa/api/admin/refund-reasons/middlewares"
import * as refundReason from "@medusajs/medusa/api/admin/refund-reasons/[id]/route"
import * as refundReasons from "@medusajs/medusa/api/admin/refund-reasons/route"
import { AdminGetRefundReasonsParams } from "@medusajs/medusa/api/admin/refund-reasons/validators"
import { adminRegionRoutesMiddlewares } from "@medusajs/medusa/api/admin/regions/middlewares"
import * as region from "@medusajs/medusa/api/admin/regions/[id]/route"
import * as regions from "@medusajs/medusa/api/admin/regions/route"
import { AdminGetRegionsParams } from "@medusajs/medusa/api/admin/regions/validators"
import { adminReturnReasonRoutesMiddlewares } from "@medusajs/medusa/api/admin/return-reasons/middlewares"
import * as returnReason from "@medusajs/medusa/api/admin/return-reasons/[id]/route"
import * as returnReasons from "@medusajs/medusa/api/admin/return-reasons/route"
import { AdminGetReturnReasonsParams } from "@medusajs/medusa/api/admin/return-reasons/validators"
import { adminSalesChannelRoutesMiddlewares } from "@medusajs/medusa/api/admin/sales-channels/middlewares"
import * as channel from "@medusajs/medusa/api/admin/sales-channels/[id]/route"
import * as channels from "@medusajs/medusa/api/admin/sales-channels/route"
import { AdminGetSalesChannelsParams } from "@medusajs/medusa/api/admin/sales-channels/validators"
import { adminStoreRoutesMiddlewares } from "@medusajs/medusa/api/admin/stores/middlewares"
import * as stores from "@medusajs/medusa/api/admin/stores/route"
import { AdminGetStoresParams } from "@medusajs/medusa/api/admin/stores/validators"
import { ownRelation } from "../../_kit/own-relation"
import { renamed, type Shape } from "../../_kit/shape"
import { mirror, type Mirror } from "../../_kit/mirror"
import { commonSort, filtersOf, type View } from "../../_kit/view-query"

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
      filters: [],
      ...part.view,
    },
  })

/** A collection holds products of many sellers. */
const ownProducts: Shape = {
  "": ownRelation({
    name: "products",
    entity: "product",
    columns: ["id", "title", "handle", "thumbnail"],
    via: "collection_id",
    filter: (ids) => ({ collection_id: ids }),
  }),
}

/** Pictures and rank, which are ours. */
const detailFields = (detail: string) =>
  [
    ...["id", "thumbnail_id", "icon_id", "banner_id", "rank"],
    ...["media.id", "media.url", "media.alt_text"],
  ].map((name) => `${detail}.${name}`)

const dates = ["created_at", "updated_at"]

/** An option of a provider holds what the provider says; Medusa answers all of them. */
const optionsView: View = {
  fields: ["id"],
  derived: ["name", "is_return"],
  ...{ defaults: [], sort: [], filters: [], fixed: true, unpaged: true },
}

export const referenceData = [
  ...reference("stores", {
    core: adminStoreRoutesMiddlewares,
    routes: { "GET /": stores.GET },
    view: {
      hidden: ["metadata"],
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
      filters: filtersOf(AdminGetStoresParams),
    },
  }),
  ...reference("regions", {
    core: adminRegionRoutesMiddlewares,
    routes: { "GET /": regions.GET, "GET /:id": region.GET },
    view: {
      hidden: ["metadata"],
      fields: [
        "id",
        "name",
        "currency_code",
        "automatic_taxes",
        ...dates,
        "*countries",
      ],
      sort: [...commonSort, "name", "currency_code"],
      filters: filtersOf(AdminGetRegionsParams),
    },
  }),
  ...reference("currencies", {
    core: adminCurrencyRoutesMiddlewares,
    routes: {
      "GET /": currencies.GET,
      "GET /:code": { answer: currency.GET, owned: { code: "reference" } },
    },
    view: {
      hidden: ["created_at", "updated_at"],
      fields: [
        "code",
        "name",
        "symbol",
        "symbol_native",
        "decimal_digits",
        "rounding",
      ],
      sort: ["code", "name"],
      filters: filtersOf(AdminGetCurrenciesParams),
    },
  }),
  ...reference("sales-channels", {
    core: adminSalesChannelRoutesMiddlewares,
    routes: { "GET /": channels.GET, "GET /:id": channel.GET },
    view: {
      hidden: ["metadata"],
      fields: ["id", "name", "description", "is_disabled", ...dates],
      sort: [...commonSort, "name"],
      filters: filtersOf(AdminGetSalesChannelsParams, [
        "location_id",
        "publishable_key_id",
      ]),
    },
  }),
  ...reference("price-preferences", {
    core: adminPricePreferencesRoutesMiddlewares,
    routes: { "GET /": pricePreferences.GET },
    view: {
      fields: ["id", "attribute", "value", "is_tax_inclusive", ...dates],
      search: ["attribute", "value"],
      filters: filtersOf(AdminGetPricePreferencesParams),
    },
  }),
  ...reference("fulfillment-providers", {
    core: adminFulfillmentProvidersRoutesMiddlewares,
    routes: {
      "GET /": providers.GET,
      "GET /:id/options": { answer: providerOptions.GET, view: optionsView },
    },
    view: {
      hidden: ["created_at", "updated_at"],
      fields: ["id", "is_enabled"],
      sort: ["id"],
      search: ["id"],
      filters: filtersOf(AdminFulfillmentProvidersParams, [
        "stock_location_id",
      ]),
    },
  }),
  ...reference("product-categories", {
    core: adminProductCategoryRoutesMiddlewares,
    routes: { "GET /": categories.GET, "GET /:id": category.GET },
    view: {
      hidden: ["mpath"],
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
        ...detailFields("category_detail"),
      ],
      sort: [...commonSort, "name", "rank"],
      order: "rank",
      nullable: ["parent_category_id"],
      filters: filtersOf(AdminProductCategoriesParams),
    },
  }),
  ...reference("product-collections", {
    medusas: "collections",
    core: adminCollectionRoutesMiddlewares,
    routes: {
      "GET /": {
        answer: collections.GET,
        answerShape: [
          ownProducts,
          renamed("collections", "product_collections"),
        ],
      },
      "GET /:id": {
        answer: collection.GET,
        answerShape: [ownProducts, renamed("collection", "product_collection")],
      },
    },
    view: {
      fields: [
        "id",
        "title",
        "handle",
        "metadata",
        ...dates,
        ...detailFields("collection_detail"),
      ],
      derived: ["products"],
      sort: [...commonSort, "title", "handle"],
      filters: filtersOf(AdminGetCollectionsParams),
    },
  }),
  ...reference("product-tags", {
    core: adminProductTagRoutesMiddlewares,
    routes: { "GET /": tags.GET, "GET /:id": tag.GET },
    view: {
      fields: ["id", "value", "metadata", ...dates],
      sort: [...commonSort, "value"],
      filters: filtersOf(AdminGetProductTagsParams),
    },
  }),
  ...reference("product-types", {
    core: adminProductTypeRoutesMiddlewares,
    routes: { "GET /": types.GET, "GET /:id": type.GET },
    view: {
      fields: ["id", "value", "metadata", ...dates],
      sort: [...commonSort, "value"],
      filters: filtersOf(AdminGetProductTypesParams),
    },
  }),
  ...reference("refund-reasons", {
    core: adminRefundReasonsRoutesMiddlewares,
    routes: { "GET /": refundReasons.GET, "GET /:id": refundReason.GET },
    view: {
      hidden: ["metadata"],
      fields: ["id", "label", "code", "description", ...dates],
      sort: [...commonSort, "label", "code"],
      filters: filtersOf(AdminGetRefundReasonsParams),
    },
  }),
  ...reference("return-reasons", {
    core: adminReturnReasonRoutesMiddlewares,
    routes: { "GET /": returnReasons.GET, "GET /:id": returnReason.GET },
    view: {
      hidden: ["metadata"],
      fields: [
        "id",
        "value",
        "label",
        "description",
        "parent_return_reason_id",
        ...dates,
        "*return_reason_children",
      ],
      sort: [...commonSort, "value", "label"],
      filters: filtersOf(AdminGetReturnReasonsParams),
    },
  }),
]
