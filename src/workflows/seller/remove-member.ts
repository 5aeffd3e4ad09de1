import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type MemberRemoved } from "../../events"
import { SELLER_MODULE } from "../../modules/seller"
import type { TeamActor } from "../../modules/seller/membership"
import type { SellerModuleService } from "../../modules/seller/service"

export type RemoveMemberInput = { actor: TeamActor; member_id: string }

const removeMembershipStep = createStep(
  "remove-membership",
  async ({ actor, member_id }: RemoveMemberInput, { container }) => {
    if (
      member_id !== actor.member_id &&
      !actor.permissions.includes("team:write")
    ) {
      throw new MedusaError(
        MedusaError.Types.FORBIDDEN,
        "Your role does not hold team:write",
        "permission_missing"
      )
    }
    const membership = await container
      .resolve<SellerModuleService>(SELLER_MODULE)
      .removeMembership({ seller_id: actor.seller_id, member_id })
    return new StepResponse(member_id, membership.id)
  },
  async (membershipId, { container }) => {
    if (membershipId) {
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .restoreSellerMembers([membershipId])
    }
  }
)

export const removeMemberWorkflowId = "remove-member"

/**
 * Ends a membership; everybody may end the own one. The person is refused from
 * the next request on, as the gate reads memberships for every request.
 *
 * @throws MedusaError NOT_FOUND for a member of another seller, so also for a repeat; FORBIDDEN without `team:write`; NOT_ALLOWED for the owner.
 */
export const removeMemberWorkflow = createWorkflow(
  removeMemberWorkflowId,
  (input: RemoveMemberInput) => {
    const id = removeMembershipStep(input)
    emitEventStep({
      eventName: MarketplaceEvents.MEMBER_REMOVED,
      data: transform({ input }, ({ input }): MemberRemoved => ({
        id: input.member_id,
        seller_id: input.actor.seller_id,
      })),
    })
    return new WorkflowResponse(id)
  }
)
