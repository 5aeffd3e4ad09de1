import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { transferColumns } from "../../../_contracts/transfer"
import { readOwnTransfer } from "../read-own-transfer"

/** How far it is: `{ transfer: { status, total, done, failed, error } }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({ transfer: await readOwnTransfer(req, transferColumns) })
}
