import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  MarketplaceEvents,
  type SellerOwnershipTransferred,
} from "../../events"
import { SELLER_MODULE } from "../../modules/seller"
import type { TeamActor } from "../../modules/seller/membership"
import type { SellerModuleService } from "../../modules/seller/service"

export type TransferOwnershipInput = { actor: TeamActor; member_id: string }

const transferOwnershipStep = createStep(
  "transfer-ownership-rows",
  async (input: TransferOwnershipInput, { container }) => {
    const before = await container
      .resolve<SellerModuleService>(SELLER_MODULE)
      .transferOwnership(input)
    return new StepResponse(input.member_id, before)
  },
  async (before, { container }) => {
    if (before) {
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .restoreMemberRoles(before)
    }
  }
)

export const transferOwnershipWorkflowId = "transfer-ownership"

/**
 * Makes another member the owner; the former one stays as an admin. There is
 * exactly one owner at any time: the seller's row lock serialises the calls and
 * a unique index stands behind it.
 *
 * @throws MedusaError FORBIDDEN when the caller is not the owner (any more); NOT_FOUND for a member of another seller.
 */
export const transferOwnershipWorkflow = createWorkflow(
  transferOwnershipWorkflowId,
  (input: TransferOwnershipInput) => {
    const owner = transferOwnershipStep(input)
    emitEventStep({
      eventName: MarketplaceEvents.SELLER_OWNERSHIP_TRANSFERRED,
      data: transform({ input }, ({ input }): SellerOwnershipTransferred => ({
        id: input.actor.seller_id,
        from: input.actor.member_id,
        to: input.member_id,
      })),
    })
    return new WorkflowResponse(owner)
  }
)
