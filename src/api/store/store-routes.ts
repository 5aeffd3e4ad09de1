import {
  allowFields,
  authenticate,
  unlessPath,
  validateAndTransformQuery,
  type MedusaRequest,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { retrieveTransformQueryConfig as cartQueryConfig } from "@medusajs/medusa/api/store/carts/query-config"
import { alsoFields } from "../_kit/also-fields"
import { DOCUMENT_MODULE } from "../../modules/document"
import type { DocumentModuleService } from "../../modules/document/service"
import { readImages, type ImageLimits } from "../_kit/image-files"
import { limited } from "../_kit/rate-limit"
import { takesBody } from "../_kit/takes-body"
import {
  AddLineItems,
  ChooseShippingMethods,
  RemoveShippingMethods,
} from "../_contracts/cart"
import {
  ListPublicSellersParams,
  publicSellerFields,
  sellerFieldsAt,
} from "../_contracts/public-seller"
import { paymentSessionRoutes } from "./payment-session-middlewares"
import { CreateReview, UpdateReview } from "../_contracts/review"
import {
  CreateReturnRequest,
  MoveReturnRequest,
} from "../_contracts/return-request"
import { publicOrderSetFields } from "../_contracts/order-set"
import {
  presentListReviews,
  presentOrderReviews,
  presentPageReviews,
} from "./present-reviews"
import { refuseWithError } from "./reviews/refuse-with-error"
import { wishlistRoutes } from "./wishlist-routes"
import { visits } from "../../workflows/analytics/track-table"
import { presentOrderSets } from "./present-order-sets"
import { rememberReads } from "./remember-reads"
import {
  keepVacations,
  presentSellers,
  refuseClosedSellers,
} from "./seller-middlewares"
import { tracksVisit } from "./track-visits"

const answersCart = validateAndTransformQuery(
  createSelectParams(),
  cartQueryConfig
)
const lineSellers = allowFields(sellerFieldsAt("items.product.seller"))
const orderSellers = allowFields([
  ...publicOrderSetFields.map((field) => `order_set.${field}`),
  "order_set",
  ...sellerFieldsAt("seller"),
  ...sellerFieldsAt("items.product.seller"),
])

/** What a product says about itself, and how that is called. */
const attributeFields = [
  "attribute_values",
  ...["id", "value", "attribute_id"].map((name) => `attribute_values.${name}`),
  "attribute_values.attribute",
  ...["id", "name", "handle", "ui_component", "description"].map(
    (name) => `attribute_values.attribute.${name}`
  ),
]
/** First of all: what follows reads by the container of the request. */
const remembered: MiddlewareRoute[] = [
  "/store/carts*",
  "/store/products*",
  "/store/shipping-options*",
].map((matcher) => ({
  matcher,
  middlewares: [
    // It asks for options by their rules, which Medusa's query over wrapped modules cannot.
    unlessPath(/\/shipping-options\/return$/, rememberReads),
  ],
}))

const reads: MiddlewareRoute[] = [
  {
    matcher: "/store/seller/:handle",
    methods: ["GET"],
    middlewares: [presentPageReviews],
  },
  {
    matcher: "/store/seller",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(ListPublicSellersParams, {
        allowed: [...publicSellerFields],
        defaults: [...publicSellerFields],
        defaultLimit: 50,
        isList: true,
      }),
    ],
  },
  ...["/store/products*", "/store/wishlist"].map((matcher) => ({
    matcher,
    methods: ["GET" as const],
    middlewares: [
      keepVacations,
      presentListReviews,
      presentSellers,
      allowFields([...sellerFieldsAt("seller"), ...attributeFields]),
    ],
  })),
  ...["/store/orders*"].map((matcher) => ({
    matcher,
    methods: ["GET" as const],
    middlewares: [
      presentOrderReviews,
      presentOrderSets,
      presentSellers,
      orderSellers,
    ],
  })),
]

/** Pictures and rank of categories and collections, always answered. */
const details: MiddlewareRoute[] = [
  ["/store/product-categories*", "category_detail"],
  ["/store/collections*", "collection_detail"],
].map(([matcher = "", detail = ""]) => ({
  matcher,
  methods: ["GET" as const],
  middlewares: [
    alsoFields([`*${detail}`, `*${detail}.media`]),
    allowFields([detail, `${detail}.media`]),
  ],
}))

const orderSets: MiddlewareRoute[] = [
  {
    matcher: "/store/order-set",
    methods: ["GET"],
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
  {
    matcher: "/store/order-set/:id",
    methods: ["GET"],
    middlewares: [
      authenticate("customer", ["session", "bearer"], {
        allowUnauthenticated: true,
      }),
    ],
  },
  {
    matcher: "/store/order-set*",
    methods: ["GET"],
    middlewares: [presentSellers],
  },
]

function photoLimits({ scope }: MedusaRequest): ImageLimits {
  const { options } = scope.resolve<DocumentModuleService>(DOCUMENT_MODULE)
  return {
    maxFiles: options.documentMaxFiles,
    maxBytes: options.documentMaxBytes,
    maxPixels: options.uploadMaxPixels,
  }
}

const returnRequests: MiddlewareRoute[] = [
  {
    matcher: "/store/return-request*",
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
  {
    matcher: "/store/return-request",
    methods: ["POST"],
    middlewares: [takesBody(CreateReturnRequest)],
  },
  {
    matcher: "/store/return-request/photos",
    methods: ["POST"],
    middlewares: [limited("uploads"), readImages("files", photoLimits)],
  },
  ...["escalate", "withdraw"].map((move) => ({
    matcher: `/store/return-request/:id/${move}`,
    methods: ["POST" as const],
    middlewares: [takesBody(MoveReturnRequest)],
  })),
]

const reviews: MiddlewareRoute[] = [
  {
    matcher: "/store/reviews*",
    middlewares: [
      refuseWithError,
      authenticate("customer", ["session", "bearer"]),
    ],
  },
  {
    matcher: "/store/reviews",
    methods: ["POST"],
    middlewares: [takesBody(CreateReview)],
  },
  {
    matcher: "/store/reviews/:id",
    methods: ["POST"],
    middlewares: [takesBody(UpdateReview)],
  },
]

const returns: MiddlewareRoute[] = [
  {
    matcher: "/store/returns*",
    methods: ["GET"],
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
]

const cartAnswers: MiddlewareRoute[] = [
  {
    // A wildcard runs before Medusa's own validator, which uses up the list.
    matcher: "/store/carts*",
    methods: ["GET", "POST", "DELETE"],
    middlewares: [presentSellers, lineSellers],
  },
]

const cartWrites: MiddlewareRoute[] = [
  {
    matcher: "/store/carts",
    methods: ["POST"],
    middlewares: [keepVacations, refuseClosedSellers],
  },
  {
    matcher: "/store/carts/:id/line-items",
    methods: ["POST"],
    middlewares: [keepVacations, refuseClosedSellers],
  },
  {
    matcher: "/store/carts/:id/line-items/batch",
    methods: ["POST"],
    middlewares: [
      takesBody(AddLineItems),
      answersCart,
      keepVacations,
      refuseClosedSellers,
    ],
  },
  {
    matcher: "/store/carts/:id/shipping-methods/batch",
    methods: ["POST"],
    middlewares: [takesBody(ChooseShippingMethods), answersCart],
  },
  {
    matcher: "/store/carts/:id/shipping-methods",
    methods: ["DELETE"],
    middlewares: [takesBody(RemoveShippingMethods), answersCart],
  },
]

const viewer = authenticate("customer", ["session", "bearer"], {
  allowUnauthenticated: true,
})

/** Before answers that are remembered: those are views, too. */
const visited: MiddlewareRoute[] = [
  {
    matcher: "/store/products/:id",
    methods: ["GET"],
    middlewares: [viewer, tracksVisit(visits.PRODUCT_VIEWED)],
  },
  {
    matcher: "/store/seller/:handle",
    methods: ["GET"],
    middlewares: [viewer, tracksVisit(visits.SELLER_VIEWED)],
  },
  {
    matcher: "/store/carts/:id/line-items",
    methods: ["POST"],
    middlewares: [tracksVisit(visits.PRODUCT_ADDED)],
  },
]

/** What our store routes, and Medusa's that show a seller, run before their handlers. */
export const storeRoutes: MiddlewareRoute[] = [
  ...visited,
  ...remembered,
  ...reads,
  ...details,
  ...orderSets,
  ...returnRequests,
  ...reviews,
  ...returns,
  ...wishlistRoutes,
  ...cartAnswers,
  ...cartWrites,
  ...paymentSessionRoutes,
]
