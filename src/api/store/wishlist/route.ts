import type {
  MedusaResponse,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import type { HttpTypes, MedusaPricingContext } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  QueryContext,
} from "@medusajs/framework/utils"
import { wrapProductsWithTaxPrices } from "@medusajs/medusa/api/store/products/helpers"
import { keepProductWorkflow } from "../../../workflows/wishlist/keep-product"
import { listWishlistWorkflow } from "../../../workflows/wishlist/list-wishlist"
import type { KeepProduct } from "../../_contracts/wishlist"
import { shopperOf } from "./shopper"

type PricedRequest = MedusaStoreRequest & {
  pricingContext?: MedusaPricingContext
}

/** What the customer keeps in mind and may buy now, the latest first, in the fields of a product list: `{ products, count, offset, limit }`. */
export async function GET(
  req: PricedRequest,
  res: MedusaResponse
): Promise<void> {
  const { take: limit = 50, skip: offset = 0 } = req.queryConfig.pagination
  const { result } = await listWishlistWorkflow(req.scope).run({
    input: { ...shopperOf(req), limit, offset },
  })
  const products = await readProducts(req, result.ids)
  await wrapProductsWithTaxPrices(req, products)
  res.json({ products, count: result.count, offset, limit })
}

/** Keeps a product in mind; again changes nothing: 201 `{ wishlist }`. */
export async function POST(
  req: MedusaStoreRequest<KeepProduct>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await keepProductWorkflow(req.scope).run({
    input: {
      ...shopperOf(req),
      product_id: req.validatedBody.reference_id,
    },
  })
  const { id, product_id, created_at } = result
  res.status(201).json({
    wishlist: {
      id,
      reference: "product",
      reference_id: product_id,
      created_at,
    },
  })
}

/** In the order of `ids`. */
async function readProducts(
  req: PricedRequest,
  ids: string[]
): Promise<HttpTypes.StoreProduct[]> {
  if (!ids.length) {
    return []
  }
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: req.queryConfig.fields,
      filters: { id: ids },
      ...(req.pricingContext && {
        context: {
          variants: { calculated_price: QueryContext(req.pricingContext) },
        },
      }),
    })
  // The fields are those of Medusa's own product list.
  const products = data as unknown as HttpTypes.StoreProduct[]
  return ids.flatMap((id) => products.find((row) => row.id === id) ?? [])
}
