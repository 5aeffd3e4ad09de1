import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { sellerFilter } from "../../../../scope/seller-filter"
import { toSellerId } from "../../../../scope/seller-id"

const querySchema = z.looseObject({ order_id: z.string().min(1) })

/**
 * The ways to send goods of an order back to who sold them: `{ shipping_options: [{ id, name, price_type }] }`.
 *
 * @throws MedusaError INVALID_DATA without `order_id`, NOT_FOUND for an unknown one.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { data } = querySchema.safeParse(req.query)
  if (!data) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Query parameter 'order_id' must be the id of an order"
    )
  }
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [order],
  } = await query.graph(
    {
      entity: "order",
      fields: ["id", "seller.id"],
      filters: { id: data.order_id },
    },
    { throwIfKeyNotFound: true }
  )
  const sellerId = order?.seller?.id
  const { data: options } = await query.graph({
    entity: "shipping_option",
    fields: ["id", "name", "price_type", "seller.id"],
    filters: {
      rules: { attribute: "is_return", value: "true" },
      ...(sellerId ? sellerFilter(toSellerId(sellerId)) : {}),
    },
  })
  // The operator's own options are those without a seller, which no filter can say.
  const ofOrder = options.filter((option) => option.seller?.id === sellerId)
  res.json({
    shipping_options: ofOrder.map(({ id, name, price_type }) => ({
      id,
      name,
      price_type,
    })),
  })
}
