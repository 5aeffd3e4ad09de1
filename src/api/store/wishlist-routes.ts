import {
  authenticate,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { listProductQueryConfig } from "@medusajs/medusa/api/store/products/query-config"
import { StoreGetProductsParams } from "@medusajs/medusa/api/store/products/validators"
import {
  normalizeDataForContext,
  setPricingContext,
  setTaxContext,
} from "@medusajs/medusa/api/utils/middlewares/index"
import { KeepProduct } from "../_contracts/wishlist"
import { takesBody } from "../_kit/takes-body"
import { keepVacations } from "./seller-middlewares"

/** What the wishlist runs before its handlers; its list takes the query of Medusa's product list. */
export const wishlistRoutes: MiddlewareRoute[] = [
  {
    matcher: "/store/wishlist*",
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
  {
    matcher: "/store/wishlist",
    methods: ["GET"],
    middlewares: [
      keepVacations,
      validateAndTransformQuery(StoreGetProductsParams, listProductQueryConfig),
      normalizeDataForContext(),
      setPricingContext(),
      setTaxContext(),
    ],
  },
  {
    matcher: "/store/wishlist",
    methods: ["POST"],
    middlewares: [keepVacations, takesBody(KeepProduct)],
  },
]
