import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents } from "../../events"
import { SELLER_MODULE } from "../../modules/seller"
import type { RoleChange, TeamActor } from "../../modules/seller/membership"
import type { MemberFields } from "../../modules/seller/registration"
import type { SellerModuleService } from "../../modules/seller/service"

export type UpdateMemberInput = {
  actor: TeamActor
  member_id: string
  /** Absent fields stay. */
  profile: Partial<Omit<MemberFields, "email">>
  role_id?: string
}

const ensureMayEditStep = createStep(
  "ensure-member-may-be-edited",
  async (input: UpdateMemberInput, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    const { actor, member_id, role_id } = input
    const memberships = await sellers.listSellerMembers({ member_id })
    if (!memberships.some((row) => row.seller_id === actor.seller_id)) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Member with id: ${member_id} was not found`
      )
    }
    const isOther = member_id !== actor.member_id
    if ((isOther || role_id) && !actor.permissions.includes("team:write")) {
      throw new MedusaError(
        MedusaError.Types.FORBIDDEN,
        "Your role does not hold team:write",
        "permission_missing"
      )
    }
    // A person's name is one row for all its sellers.
    if (
      isOther &&
      memberships.length > 1 &&
      Object.keys(input.profile).length
    ) {
      throw new MedusaError(
        MedusaError.Types.FORBIDDEN,
        `Member ${member_id} belongs to other sellers too and edits its profile itself`
      )
    }
    return new StepResponse()
  }
)

const saveMemberStep = createStep(
  "save-member",
  async ({ member_id, profile }: UpdateMemberInput, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    const before = await sellers.retrieveMember(member_id)
    const member = await sellers.updateMembers({ id: member_id, ...profile })
    return new StepResponse(member, before)
  },
  async (before, { container }) => {
    if (before) {
      const { id, name, bio, phone, photo } = before
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .updateMembers({ id, name, bio, phone, photo })
    }
  }
)

const changeRoleStep = createStep(
  "change-member-role",
  async (input: RoleChange, { container }) => {
    const before = await container
      .resolve<SellerModuleService>(SELLER_MODULE)
      .changeMemberRole(input)
    return new StepResponse(input.role_id, before)
  },
  async (before, { container }) => {
    if (before) {
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .restoreMemberRoles([before])
    }
  }
)

export const updateMemberWorkflowId = "update-member"

/**
 * Writes a member's profile, and its role at the caller's seller. Everybody may
 * write the own profile; the rest needs `team:write`.
 *
 * @returns the member's row.
 * @throws MedusaError NOT_FOUND for a member of another seller; FORBIDDEN without the permission, for the profile of somebody who belongs to other sellers too, or for a role that holds more than the caller's; NOT_ALLOWED for the owner's role.
 */
export const updateMemberWorkflow = createWorkflow(
  updateMemberWorkflowId,
  (input: UpdateMemberInput) => {
    ensureMayEditStep(input)
    // The role first: it may be refused, and then nothing is written.
    when({ input }, ({ input }) => !!input.role_id).then(() => {
      const change = transform({ input }, ({ input }): RoleChange => ({
        actor: input.actor,
        member_id: input.member_id,
        role_id: input.role_id ?? "",
      }))
      changeRoleStep(change)
      emitEventStep({
        eventName: MarketplaceEvents.MEMBER_ROLE_CHANGED,
        data: transform({ change }, ({ change }) => ({
          id: change.member_id,
          seller_id: change.actor.seller_id,
          role_id: change.role_id,
        })),
      })
    })
    return new WorkflowResponse(saveMemberStep(input))
  }
)
