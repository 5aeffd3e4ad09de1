import {
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { adminProductRoutesMiddlewares } from "@medusajs/medusa/api/admin/products/middlewares"
import * as one from "@medusajs/medusa/api/admin/products/[id]/route"
import * as options from "@medusajs/medusa/api/admin/products/[id]/options/route"
import * as variant from "@medusajs/medusa/api/admin/products/[id]/variants/[variant_id]/route"
import * as variants from "@medusajs/medusa/api/admin/products/[id]/variants/route"
import { retrieveProductQueryConfig } from "@medusajs/medusa/api/admin/products/query-config"
import { AdminGetProductParams } from "@medusajs/medusa/api/admin/products/validators"
import {
  ChangeProductStatus,
  ChangeVariantMedia,
} from "../../_contracts/product-actions"
import { mirror, type MirrorRoute } from "../../_kit/mirror"
import { created } from "../../_kit/owned-answer"
import { under } from "../../_kit/record"
import { takesBody } from "../../_kit/takes-body"
import { productShapes } from "../_shapes/products"
import { exportProducts, importProducts, readCsv } from "../products/files"
import { listProducts } from "../products/list"
import { changeVariantMedia } from "../products/variant-media"
import { batchProducts, createProduct, updateProduct } from "../products/write"
import {
  batchVariants,
  createVariant,
  deleteVariant,
  updateVariant,
} from "../products/write-variants"
import {
  optionView,
  productFileView,
  productView,
  variantView,
} from "./product-views"

type Refs = NonNullable<MirrorRoute["refs"]>

const product: Refs = {
  external_id: "reference",
  type_id: "reference",
  collection_id: "reference",
  "categories[].id": "reference",
  "tags[].id": "reference",
  "sales_channels[].id": "reference",
  shipping_profile_id: "shipping_profile",
}

const newVariant: Refs = {
  "prices[].rules.region_id": "reference",
  "inventory_items[].inventory_item_id": "inventory_item",
}

const changedVariant: Refs = {
  "prices[].id": "variant_price",
  "prices[].rules.region_id": "reference",
}

const newProduct: Refs = { ...product, ...under("variants[].", newVariant) }

const changedProduct: Refs = {
  ...product,
  ...under("variants[].", changedVariant),
  "variants[].id": "product_variant",
  "images[].id": "product_image",
}

/** What Medusa has no route for. */
const ownRoutes: MiddlewareRoute[] = [
  {
    matcher: "/admin/products/:id/status",
    methods: ["POST"],
    middlewares: [
      takesBody(ChangeProductStatus),
      validateAndTransformQuery(
        AdminGetProductParams,
        retrieveProductQueryConfig
      ),
    ],
  },
  {
    matcher: "/admin/products/:id/variants/:variant_id/media",
    methods: ["POST"],
    middlewares: [takesBody(ChangeVariantMedia)],
  },
]

const variantIs = { variant_id: "product_variant" } as const

export const products = mirror({
  resource: "products",
  entity: "product",
  area: "catalog",
  view: productView,
  core: [...ownRoutes, ...adminProductRoutesMiddlewares],
  answerShape: productShapes.answer,
  routes: {
    "GET /": listProducts,
    "POST /": {
      answer: created(createProduct),
      bodyShape: productShapes.newProduct,
      refs: newProduct,
    },
    "POST /batch": {
      answer: batchProducts,
      bodyShape: productShapes.batch,
      refs: {
        ...under("create[].", newProduct),
        ...under("update[].", changedProduct),
        "update[].id": "product",
        "delete[]": "product",
      },
    },
    "POST /export": {
      answer: exportProducts,
      lists: true,
      view: productFileView,
      rate: "exports",
    },
    "POST /import": {
      answer: created(importProducts),
      before: [readCsv],
      bare: true,
      rate: "imports",
    },
    "GET /:id": one.GET,
    "POST /:id": {
      answer: updateProduct,
      bodyShape: productShapes.changedProduct,
      refs: changedProduct,
    },
    "DELETE /:id": one.DELETE,
    "POST /:id/status": updateProduct,
    "POST /:id/variants/:variant_id/media": {
      answer: changeVariantMedia,
      owned: variantIs,
      // The handler looks for them among the product's own.
      refs: { "add[]": "reference", "remove[]": "reference" },
    },
    "GET /:id/options": { answer: options.GET, view: optionView },
    "GET /:id/variants": { answer: variants.GET, view: variantView },
    "POST /:id/variants": {
      answer: createVariant,
      bodyShape: productShapes.newVariant,
      refs: newVariant,
    },
    "POST /:id/variants/batch": {
      answer: batchVariants,
      view: variantView,
      refs: {
        ...under("create[].", newVariant),
        ...under("update[].", changedVariant),
        "update[].id": "product_variant",
        "delete[]": "product_variant",
      },
    },
    "GET /:id/variants/:variant_id": {
      answer: variant.GET,
      owned: variantIs,
      view: variantView,
    },
    "POST /:id/variants/:variant_id": {
      answer: updateVariant,
      owned: variantIs,
      bodyShape: productShapes.changedVariant,
      refs: changedVariant,
    },
    "DELETE /:id/variants/:variant_id": {
      answer: deleteVariant,
      owned: variantIs,
    },
  },
})
