import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { configurePayoutAccountWorkflow } from "../../../../../workflows/payout/configure-payout-account"
import { ensureAccount } from "../../../../../workflows/payout/read-payout-account"
import {
  presentPayoutAccount,
  type ConfigurePayoutAccount,
} from "../../../../_contracts/payout"
import { operatorOf } from "../../../../_kit/identity"
import { keepConflict } from "../../../../_kit/keep-conflict"
import { readOwnSeller, sellerIdOf } from "../../read-seller"

/** Where a seller is paid: `{ payout_account }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const account = await ensureAccount(req.scope, sellerIdOf(req.params.id))
  res.json({ payout_account: presentPayoutAccount(account) })
}

/** Provider, schedule, minimum, hold: `{ payout_account }`. */
export async function POST(
  req: MedusaRequest<ConfigurePayoutAccount>,
  res: MedusaResponse
): Promise<void> {
  const seller_id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, seller_id)
  const { result } = await keepConflict(
    configurePayoutAccountWorkflow(req.scope).run({
      input: { ...req.validatedBody, seller_id, created_by: operatorOf(req) },
    })
  )
  res.json({ payout_account: presentPayoutAccount(result) })
}
