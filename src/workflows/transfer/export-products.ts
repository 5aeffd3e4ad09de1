import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { TRANSFER_MODULE } from "../../modules/transfer"
import type {
  TransferModuleService,
  TransferRecord,
} from "../../modules/transfer/service"
import { exportSellerProductsWorkflow } from "../product/export-seller-products"

const wanted = z.object({
  select: z.array(z.string()),
  filter: z.record(z.string(), z.unknown()),
})

/** Medusa's own export of the seller's products, as one piece. */
export async function exportProducts(
  container: MedusaContainer,
  { id, seller_id, member_id, input }: TransferRecord
): Promise<string> {
  const transfers = container.resolve<TransferModuleService>(TRANSFER_MODULE)
  const { result } = await exportSellerProductsWorkflow(container).run({
    input: { seller_id, member_id, ...wanted.parse(input) },
  })
  const { document, count } = result
  await transfers.advanceTransfer({ id, total: count, done: count })
  return document.id
}
