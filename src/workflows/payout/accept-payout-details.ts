import { isDeepStrictEqual } from "node:util"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import { acquireLocksStep, releaseLocksStep } from "../locking/lock-steps"
import type { RequestOf, Submitter } from "../request/request-kind"
import type { RequestResult } from "../request/request-result"
import { emitOutboxStep } from "./emit-outbox"
import { openAccountStep } from "./payout-account-steps"

/** Where a seller wants to be paid from now on. */
export const payoutDetailsPayload = z.object({
  /** As `POST /vendor/payout-account` takes it. */
  context: z.object({
    country: z.string().optional(),
    account_holder: z.string().optional(),
    iban: z.string().optional(),
    bic: z.string().optional(),
    details: z.record(z.string(), z.string()).optional(),
  }),
  /** The version of the account that it was asked for. */
  account_revision: z.number().int().nonnegative(),
})
export type PayoutDetailsPayload = z.infer<typeof payoutDetailsPayload>

type Accepted = { request: RequestOf<PayoutDetailsPayload> }

async function accountOf(container: MedusaContainer, sellerId: string | null) {
  const [account] = await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .listPayoutAccounts({ seller_id: String(sellerId) })
  return account
}

/**
 * Nothing is asked for without an account that it would change; what the
 * details say stays with the request, so that no diff shows them.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function examinePayoutDetails(
  container: MedusaContainer,
  { submitter }: { submitter: Submitter }
): Promise<null> {
  if (!(await accountOf(container, submitter.seller_id))) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Seller ${submitter.seller_id} has no payout account`
    )
  }
  return null
}

/** Reads only: the account is the one whose change was asked for. */
const ensureUnchangedStep = createStep(
  "ensure-payout-account-unchanged",
  async ({ request }: Accepted, { container }) => {
    const account = await accountOf(container, request.seller_id)
    const { context, account_revision } = request.payload
    // An acceptance that broke off behind the provider's answer is repeated.
    const isDone = isDeepStrictEqual(account?.context, context)
    if (!account || (account.revision !== account_revision && !isDone)) {
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        `The payout account of ${request.seller_id} was changed since this was asked for: reject the request, so that it can be made anew`
      )
    }
    return new StepResponse(account.id)
  }
)

/**
 * The acceptance of other payout details: the provider gets them, payouts are
 * held for `payoutChangeHoldDays`, and the owners are told, as after any change.
 *
 * @throws MedusaError CONFLICT when the account changed meanwhile; what the provider refuses.
 */
export const acceptPayoutDetailsWorkflow = createWorkflow(
  "accept-payout-details",
  (input: Accepted) => {
    const lock = acquireLocksStep(
      transform({ input }, ({ input: { request } }) => ({
        keys: [`payout-account:${request.seller_id}`],
      }))
    )
    const id = ensureUnchangedStep(input)
    openAccountStep(
      transform({ input }, ({ input: { request } }) => ({
        seller_id: String(request.seller_id),
        context: request.payload.context,
      }))
    )
    emitOutboxStep()
    releaseLocksStep(lock)
    return new WorkflowResponse(
      transform({ id }, ({ id }): RequestResult => ({
        type: "payout_account",
        id,
      }))
    )
  }
)
