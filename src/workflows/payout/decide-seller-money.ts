import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type PayoutHoldChanged } from "../../events"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { DecisionBy } from "../../modules/payout/books-service"
import type { SellerReleaseTerms } from "../../modules/payout/books/release-terms"
import type { PayoutModuleService } from "../../modules/payout/service"
import { findWaitingEarnings } from "./earnings-due"
import { toMinorAmount } from "./minor-amount"
import { postOrderMoneyWorkflow } from "./post-order-money"

export type HoldPayoutsInput = DecisionBy & {
  /** ISO time; `null`: payouts go on. */
  until: string | null
}

export type SetFloorInput = DecisionBy & {
  currency_code: string
  /** Major units as decimal text, 0 or below; `null`: as the option `payoutFloor` says. */
  floor: string | null
}

export type SetReleaseTermsInput = DecisionBy & { terms: SellerReleaseTerms }

export type ReleaseOrderInput = DecisionBy & { order_id: string }

/** no undo: a decision is kept with its author, and the next one takes its place. */
const holdPayoutsStep = createStep(
  "hold-payouts",
  async ({ until, ...by }: HoldPayoutsInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    return new StepResponse(
      await payout.decideHold({ ...by, until: until ? new Date(until) : null })
    )
  }
)

/** no undo: as above. */
const setFloorStep = createStep(
  "set-payout-floor",
  async ({ floor, ...input }: SetFloorInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const amount = floor ?? "0"
    const { currency_code } = input
    const minor = await toMinorAmount(container, { amount, currency_code })
    if (minor > 0n) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "floor: is 0 or below"
      )
    }
    await payout.decideFloor({ ...input, floor: floor === null ? null : minor })
    return new StepResponse(undefined)
  }
)

/** no undo: as above. */
const setReleaseTermsStep = createStep(
  "set-release-terms",
  async (input: SetReleaseTermsInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    await payout.decideReleaseTerms(input)
    return new StepResponse(undefined)
  }
)

/** no undo: money that was released may be on its way. */
const releaseOrderStep = createStep(
  "release-order-earnings",
  async (input: ReleaseOrderInput, { container }) => {
    const { order_id, seller_id, reason, created_by } = input
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const waiting = await findWaitingEarnings(container, {
      ...{ orderId: order_id, sellerId: seller_id },
    })
    if (!waiting) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Seller ${seller_id} has nothing pending of order ${order_id}`
      )
    }
    const posted = await payout.releaseEarnings({
      ...{ order_id, part: String(waiting.part), created_by, note: reason },
      reserveBasisPoints: waiting.reserve_basis_points,
      reserveDays: waiting.reserve_days,
    })
    return new StepResponse(posted?.id ?? null)
  }
)

/**
 * Stops a seller's payouts until a date, or lets them go on.
 *
 * @throws MedusaError NOT_FOUND when the seller has no payout account.
 */
export const holdPayoutsWorkflow = createWorkflow(
  "hold-payouts",
  (input: HoldPayoutsInput) => {
    const id = holdPayoutsStep(input)
    emitEventStep({
      eventName: MarketplaceEvents.PAYOUT_HOLD_CHANGED,
      data: transform(
        { id, input },
        ({ id, input: { seller_id, until } }): PayoutHoldChanged => ({
          ...{ id, seller_id, until },
        })
      ),
    })
    return new WorkflowResponse(undefined)
  }
)

/** Sets below which balance a seller is not paid. @throws MedusaError INVALID_DATA naming the field. */
export const setPayoutFloorWorkflow = createWorkflow(
  "set-payout-floor",
  (input: SetFloorInput) => new WorkflowResponse(setFloorStep(input))
)

/** Sets where a seller's terms of release differ from the options. */
export const setReleaseTermsWorkflow = createWorkflow(
  "set-release-terms",
  (input: SetReleaseTermsInput) =>
    new WorkflowResponse(setReleaseTermsStep(input))
)

/**
 * Releases what an order has pending before its time: an operator knows that
 * nothing more will be delivered. Twice at once releases it once.
 *
 * @returns the transaction's id.
 * @throws MedusaError NOT_FOUND when nothing is pending, or the order is somebody else's or cancelled.
 */
export const releaseOrderEarningsWorkflow = createWorkflow(
  "release-order-earnings",
  (input: ReleaseOrderInput) => {
    // What was captured a moment ago may not be in the books yet.
    postOrderMoneyWorkflow.runAsStep({ input })
    return new WorkflowResponse(releaseOrderStep(input))
  }
)
