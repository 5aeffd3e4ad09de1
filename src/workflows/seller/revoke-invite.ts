import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents } from "../../events"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerModuleService } from "../../modules/seller/service"

const revokeInviteStep = createStep(
  "revoke-seller-invite-row",
  async (of: { id: string; seller_id: string }, { container }) => {
    const before = await container
      .resolve<SellerModuleService>(SELLER_MODULE)
      .revokeInvite(of)
    return new StepResponse(before.id, before)
  },
  async (before, { container }) => {
    if (before) {
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .updateSellerInvites({ id: before.id, revoked_at: before.revoked_at })
    }
  }
)

export const revokeInviteWorkflowId = "revoke-seller-invite"

/**
 * Withdraws an open invitation: its link ends.
 *
 * @throws MedusaError NOT_FOUND when it is not open or belongs to another seller, so also for a repeat.
 */
export const revokeInviteWorkflow = createWorkflow(
  revokeInviteWorkflowId,
  (input: { id: string; seller_id: string }) => {
    const id = revokeInviteStep(input)
    emitEventStep({
      eventName: MarketplaceEvents.SELLER_INVITE_REVOKED,
      data: { id: input.id, seller_id: input.seller_id },
    })
    return new WorkflowResponse(id)
  }
)
