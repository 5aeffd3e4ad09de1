import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { openPayoutAccountWorkflow } from "../../../workflows/payout/open-payout-account"
import { ensureAccount } from "../../../workflows/payout/read-payout-account"
import { removePayoutAccountWorkflow } from "../../../workflows/payout/remove-payout-account"
import {
  presentPayoutAccount,
  type OpenPayoutAccount,
} from "../../_contracts/payout"
import { presentOwnRequest } from "../../_contracts/request"
import { keepConflict } from "../../_kit/keep-conflict"
import { loginTimeOf } from "../../_kit/login-time"
import { sellerContext } from "../../_kit/vendor-route"

/** The account as it was last heard of: `{ payout_account }`; 404 without one. `…/sync` asks the provider. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { sellerId } = sellerContext(req)
  const account = await ensureAccount(req.scope, sellerId)
  res.json({ payout_account: presentPayoutAccount(account) })
}

/** Opens the account, leads it elsewhere, or changes its schedule: 201 `{ payout_account, request? }`: under approval another destination waits for the operator, as `request`. */
export async function POST(
  req: MedusaRequest<OpenPayoutAccount>,
  res: MedusaResponse
): Promise<void> {
  const { sellerId, memberId } = sellerContext(req)
  const { result } = await keepConflict(
    openPayoutAccountWorkflow(req.scope).run({
      input: {
        ...req.validatedBody,
        seller_id: sellerId,
        member_id: memberId,
        logged_in_at: loginTimeOf(req),
      },
    })
  )
  const { account, request } = result
  res.status(201).json({
    payout_account: account && presentPayoutAccount(account),
    ...(request && { request: presentOwnRequest(request) }),
  })
}

/** Nothing is paid to it any more: `{ id, object, deleted }`. */
export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await keepConflict(
    removePayoutAccountWorkflow(req.scope).run({
      input: {
        seller_id: sellerContext(req).sellerId,
        logged_in_at: loginTimeOf(req),
      },
    })
  )
  res.json({ id: result, object: "payout_account", deleted: true })
}
