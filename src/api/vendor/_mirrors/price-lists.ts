import {
  validateAndTransformQuery,
  type AuthenticatedMedusaRequest,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import type { HttpTypes } from "@medusajs/framework/types"
import { adminPriceListsRoutesMiddlewares } from "@medusajs/medusa/api/admin/price-lists/middlewares"
import * as one from "@medusajs/medusa/api/admin/price-lists/[id]/route"
import * as prices from "@medusajs/medusa/api/admin/price-lists/[id]/prices/route"
import * as batch from "@medusajs/medusa/api/admin/price-lists/[id]/prices/batch/route"
import { retrivePriceListQueryConfig } from "@medusajs/medusa/api/admin/price-lists/query-config"
import * as list from "@medusajs/medusa/api/admin/price-lists/route"
import {
  AdminGetPriceListParams,
  AdminGetPriceListsParams,
  type AdminCreatePriceListType,
} from "@medusajs/medusa/api/admin/price-lists/validators"
import { adminProductRoutesMiddlewares } from "@medusajs/medusa/api/admin/products/middlewares"
import * as products from "@medusajs/medusa/api/admin/products/route"
import { ownership } from "../../../scope/ownership"
import { createSellerPriceListsWorkflow } from "../../../workflows/seller/owned-creates"
import {
  AddPriceListPrices,
  ChangePriceListPrices,
} from "../../_contracts/price-list"
import { mirror } from "../../_kit/mirror"
import { answerCreated, created } from "../../_kit/owned-answer"
import { under } from "../../_kit/record"
import { takesBody } from "../../_kit/takes-body"
import { sellerContext } from "../../_kit/vendor-route"
import { commonSort, filtersOf, type View } from "../../_kit/view-query"
import { priceListShapes } from "../_shapes/price-lists"
import { productShapes } from "../_shapes/products"
import { addPrices, changePrices, deletePrice } from "../price-lists/prices"
import { productView } from "./product-views"

const columns = [
  "id",
  "title",
  "description",
  "type",
  "status",
  "starts_at",
  "ends_at",
  "metadata",
  "created_at",
  "updated_at",
  "price_list_rules.attribute",
  "price_list_rules.value",
]

const priceColumns = [
  "id",
  "currency_code",
  "amount",
  "min_quantity",
  "max_quantity",
  "created_at",
  "updated_at",
  "price_set.variant.id",
  "price_rules.attribute",
  "price_rules.value",
]

const priceView: View = {
  fields: priceColumns,
  defaults: priceColumns,
  sort: [...commonSort, "amount", "currency_code"],
  filters: [],
}

const defaults = [...columns, ...priceColumns.map((name) => `prices.${name}`)]

const newPrice = {
  variant_id: "product_variant",
  "rules.region_id": "reference",
} as const
const changedPrice = { ...newPrice, id: "price_list_price" } as const

const changes = {
  ...under("create[].", newPrice),
  ...under("update[].", changedPrice),
  "delete[]": "price_list_price",
} as const

const answersList = validateAndTransformQuery(
  AdminGetPriceListParams,
  retrivePriceListQueryConfig
)

/** Where Medusa has no such route, or one that does less than clients need. */
const ownRoutes: MiddlewareRoute[] = [
  {
    matcher: "/admin/price-lists/:id/products",
    method: ["POST"],
    middlewares: [takesBody(ChangePriceListPrices), answersList],
  },
  {
    matcher: "/admin/price-lists/:id/products",
    method: ["GET"],
    middlewares: adminProductRoutesMiddlewares.find(
      ({ matcher, method }) =>
        matcher === "/admin/products" && method?.includes("GET")
    )?.middlewares,
  },
  {
    matcher: "/admin/price-lists/:id/prices",
    method: ["POST"],
    middlewares: [takesBody(AddPriceListPrices), answersList],
  },
]

function onlyOfThisList(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  Object.assign(req, {
    query: { ...req.query, price_list_id: [req.params.id] },
  })
  next()
}

function listProducts(
  req: AuthenticatedMedusaRequest<HttpTypes.AdminProductListParams>,
  res: MedusaResponse
): Promise<void> {
  Object.assign(
    req.filterableFields,
    ownership.product.scope(sellerContext(req).sellerId)
  )
  return products.GET(req, res)
}

export const priceLists = mirror({
  resource: "price-lists",
  entity: "price_list",
  area: "pricing",
  view: {
    hidden: ["rules_count"],
    fields: [...defaults, "prices", "price_list_rules"],
    defaults,
    sort: [...commonSort, "title", "status", "type", "starts_at", "ends_at"],
    filters: filtersOf(AdminGetPriceListsParams),
  },
  core: [...ownRoutes, ...adminPriceListsRoutesMiddlewares],
  answerShape: priceListShapes.answer,
  routes: {
    "GET /": { answer: list.GET, queryShape: priceListShapes.query },
    "POST /": {
      bodyShape: priceListShapes.newList,
      refs: under("prices[].", newPrice),
      answer: answerCreated({
        entity: "price_list",
        create: (scope, seller_id, body: AdminCreatePriceListType) =>
          createSellerPriceListsWorkflow(scope).run({
            input: { seller_id, input: { price_lists_data: [body] } },
          }),
      }),
    },
    "GET /:id": one.GET,
    "POST /:id": { answer: one.POST, bodyShape: priceListShapes.changedList },
    "DELETE /:id": { answer: one.DELETE, bare: true },
    "GET /:id/prices": { answer: prices.GET, view: priceView },
    "POST /:id/prices": {
      answer: created(addPrices),
      bodyShape: priceListShapes.prices,
      refs: under("prices[].", newPrice),
    },
    "POST /:id/prices/batch": {
      answer: batch.POST,
      bodyShape: priceListShapes.prices,
      view: priceView,
      refs: changes,
    },
    "DELETE /:id/prices/:price_id": {
      answer: deletePrice,
      owned: { price_id: "price_list_price" },
      bare: true,
    },
    "GET /:id/products": {
      answer: listProducts,
      answerShape: productShapes.answer,
      before: [onlyOfThisList],
      view: productView,
    },
    "POST /:id/products": {
      answer: changePrices,
      bodyShape: priceListShapes.prices,
      refs: { ...changes, "remove[]": "product" },
    },
  },
})
