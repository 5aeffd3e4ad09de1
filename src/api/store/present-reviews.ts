import type { MedusaRequest } from "@medusajs/framework/http"
import { listLatestReviewsWorkflow } from "../../workflows/review/list-latest-reviews"
import { listReviewsWorkflow } from "../../workflows/review/list-reviews"
import { presentPublicReview } from "../_contracts/review"
import { answersIn } from "../_kit/edge"
import { isRecord } from "../_kit/record"
import { reshape, type Change } from "../_kit/shape"

const ofEachInList = 10
const ofOnePage = 100
const ofOrders = 1000

const sellerPaths = [
  "seller",
  "sellers[]",
  "product.seller",
  "products[].seller",
]
const orderPaths = ["order", "orders[]"]

/** Puts the latest reviews of each seller into the answer, which has `reviews: []` by now. */
const withSellerReviews =
  (take: number): Change =>
  async (body, { req, params }) => {
    const seller_ids = await idsAt(body, sellerPaths, { req, params })
    if (!seller_ids.length) {
      return body
    }
    const { result } = await listLatestReviewsWorkflow(req.scope).run({
      input: { seller_ids, take },
    })
    return await filled(body, sellerPaths, {
      of: { req, params },
      reviews: (id) =>
        result
          .filter(({ reference_id }) => reference_id === id)
          .map(presentPublicReview),
    })
  }

/** The page of a seller: its latest reviews, always. */
export const presentPageReviews = answersIn({
  "": withSellerReviews(ofOnePage),
})

/** Products: the latest reviews of their sellers, for who asks for `seller.reviews`. */
export const presentListReviews = answersIn({
  "": (body, at) =>
    asksForReviews(at.req) ? withSellerReviews(ofEachInList)(body, at) : body,
})

/** Orders: the reviews that came of each; storefronts offer to write one where the list is empty. */
export const presentOrderReviews = answersIn({
  "": async (body, { req, params }) => {
    const order_id = await idsAt(body, orderPaths, { req, params })
    if (!order_id.length) {
      return body
    }
    const { result } = await listReviewsWorkflow(req.scope).run({
      input: { of: { order_id }, limit: ofOrders, offset: 0 },
    })
    return await filled(body, orderPaths, {
      of: { req, params },
      reviews: (id) =>
        result.reviews
          .filter((review) => review.order_id === id)
          .map(presentPublicReview),
    })
  },
})

type Of = Parameters<typeof reshape>[2]

/** Other fields are cut to the public ones by now; the address says what was asked for. */
function asksForReviews({ originalUrl }: MedusaRequest): boolean {
  const { searchParams } = new URL(originalUrl, "http://store")
  return ["fields", "fields[]"].some((key) =>
    searchParams.getAll(key).some((text) => text.includes("seller.reviews"))
  )
}

async function idsAt(
  body: unknown,
  paths: string[],
  of: Of
): Promise<string[]> {
  const ids = new Set<string>()
  const collect: Change = (row) => {
    if (isRecord(row) && typeof row.id === "string") {
      ids.add(row.id)
    }
    return row
  }
  await reshape(body, shapeAt(paths, collect), of)
  return [...ids]
}

const filled = (
  body: unknown,
  paths: string[],
  { of, reviews }: { of: Of; reviews: (id: string) => unknown[] }
) =>
  reshape(
    body,
    shapeAt(paths, (row) =>
      isRecord(row) && typeof row.id === "string"
        ? { ...row, reviews: reviews(row.id) }
        : row
    ),
    of
  )

const shapeAt = (paths: string[], change: Change) =>
  Object.fromEntries(paths.map((path) => [path, change]))
