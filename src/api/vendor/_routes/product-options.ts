import { validateAndTransformQuery } from "@medusajs/framework/http"
import { retrieveProductQueryConfig } from "@medusajs/medusa/api/admin/products/query-config"
import { AdminGetProductParams } from "@medusajs/medusa/api/admin/products/validators"
import { takesBody } from "../../_kit/takes-body"
import {
  CreateProductOption,
  UpdateProductOption,
} from "../../_contracts/product-option"
import type { OwnVendorRoute } from "../../_kit/vendor-route"
import { keepToView, shapeQuery } from "../../_kit/view-query"
import { productView } from "../_mirrors/product-views"

const answersProduct = [
  shapeQuery(productView, null),
  validateAndTransformQuery(AdminGetProductParams, retrieveProductQueryConfig),
  keepToView(productView),
]

const optionOfProduct = { id: "product", option_id: "product_option" } as const

/** Options of one product. Medusa 2.21 has a batch of global and own options in their place. */
export const productOptionRoutes: OwnVendorRoute[] = [
  {
    method: "POST",
    path: "/vendor/products/:id/options",
    permission: "catalog:write",
    owned: { id: "product" },
    middlewares: [takesBody(CreateProductOption), ...answersProduct],
  },
  {
    method: "POST",
    path: "/vendor/products/:id/options/:option_id",
    permission: "catalog:write",
    owned: optionOfProduct,
    middlewares: [takesBody(UpdateProductOption), ...answersProduct],
  },
  {
    method: "DELETE",
    path: "/vendor/products/:id/options/:option_id",
    permission: "catalog:write",
    owned: optionOfProduct,
  },
]
