import { z } from "@medusajs/framework/zod"
import {
  AdminCreatePriceListPrice,
  AdminUpdatePriceListPrice,
} from "@medusajs/medusa/api/admin/price-lists/validators"

/** What a price list's product table and price editor send: new and changed prices, and what goes, by price or by product. */
export const ChangePriceListPrices = z.strictObject({
  create: z.array(AdminCreatePriceListPrice).optional(),
  update: z.array(AdminUpdatePriceListPrice).optional(),
  delete: z.array(z.string()).optional(),
  remove: z.array(z.string()).optional(),
})

export const AddPriceListPrices = z.strictObject({
  prices: z.array(AdminCreatePriceListPrice),
})
