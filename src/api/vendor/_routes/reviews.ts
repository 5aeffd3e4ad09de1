import { takesBody } from "../../_kit/takes-body"
import { AnswerReview } from "../../_contracts/review"
import { wholeList, type OwnVendorRoute } from "../../_kit/vendor-route"

/** What customers say of the seller and its products. */
export const reviewRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/sellers/me/reviews",
    permission: "customers:read",
    list: wholeList,
    finds: { filters: ["q"], sort: [] },
  },
  {
    method: "GET",
    path: "/vendor/sellers/me/reviews/:id",
    permission: "customers:read",
    owned: { id: "review" },
  },
  {
    method: "POST",
    path: "/vendor/sellers/me/reviews/:id",
    permission: "customers:write",
    owned: { id: "review" },
    middlewares: [takesBody(AnswerReview)],
  },
]
