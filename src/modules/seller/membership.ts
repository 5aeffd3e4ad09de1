import type { InferTypeOf } from "@medusajs/framework/types"
import { forbidden, notAllowed, notFound } from "./errors"
import type { SellerMember } from "./models/seller-member"
import type { SellerModuleService } from "./service"
import { lockSeller, sql, type SellerContextOfModule } from "./transaction"
import type { Permission } from "./types"

export type MembershipRow = InferTypeOf<typeof SellerMember>

/** Who wants to change the team, as the gate found it. */
export type TeamActor = {
  seller_id: string
  member_id: string
  role_id: string
  permissions: Permission[]
}

export type RoleChange = {
  actor: TeamActor
  member_id: string
  role_id: string
}

const ownerRole = "role_owner"

/**
 * The membership of a seller's own member.
 *
 * @throws MedusaError NOT_FOUND also for members of other sellers.
 */
export async function membershipOf(
  service: SellerModuleService,
  { seller_id, member_id }: { seller_id: string; member_id: string },
  context: SellerContextOfModule
): Promise<MembershipRow> {
  const [membership] = await service.listSellerMembers(
    { seller_id, member_id },
    { take: 1 },
    context
  )
  if (!membership) {
    throw notFound("Member", member_id)
  }
  return membership
}

/**
 * Refuses a role that is unknown, that is the owner's, or that may do more than
 * the one who gives it.
 */
export async function ensureGrantable(
  service: SellerModuleService,
  { actor, role_id }: { actor: TeamActor; role_id: string },
  context: SellerContextOfModule
): Promise<void> {
  const [role] = await service.listSellerRoles({ id: role_id }, {}, context)
  if (!role) {
    throw notAllowed(`Field 'role': there is no role ${role_id}`)
  }
  if (role_id === ownerRole) {
    throw notAllowed(
      "Field 'role': a seller has one owner. Transfer the ownership instead."
    )
  }
  const rows = await service.listSellerRolePermissions(
    { role_id },
    { take: null },
    context
  )
  const held = new Set<string>(actor.permissions)
  const more = rows.find(({ permission }) => !held.has(permission))
  if (more) {
    throw forbidden(
      `You cannot give a role that holds ${more.permission}, as yours does not`
    )
  }
}

/** @returns the membership as it was. */
export async function changeRole(
  service: SellerModuleService,
  { actor, member_id, role_id }: RoleChange,
  context: SellerContextOfModule
): Promise<MembershipRow> {
  const { seller_id } = actor
  await lockSeller(context, seller_id)
  const before = await membershipOf(service, { seller_id, member_id }, context)
  if (before.role_id === ownerRole) {
    throw notAllowed(
      "The owner keeps its role until it transfers the ownership"
    )
  }
  await ensureGrantable(service, { actor, role_id }, context)
  await service.updateSellerMembers({ id: before.id, role_id }, context)
  return before
}

/**
 * Makes another member the owner and the former owner an admin.
 *
 * @returns both memberships as they were, the former owner's first.
 * @throws MedusaError FORBIDDEN when the caller is not the owner any more.
 */
export async function transferOwnership(
  service: SellerModuleService,
  { actor, member_id }: Omit<RoleChange, "role_id">,
  context: SellerContextOfModule
): Promise<MembershipRow[]> {
  const { seller_id } = actor
  await lockSeller(context, seller_id)
  const from = await membershipOf(
    service,
    { seller_id, member_id: actor.member_id },
    context
  )
  if (from.role_id !== ownerRole) {
    throw forbidden("Only the owner can transfer the ownership")
  }
  const to = await membershipOf(service, { seller_id, member_id }, context)
  if (to.id === from.id) {
    throw notAllowed(`Member ${member_id} is the owner already`)
  }
  await setRole(context, from.id, "role_admin")
  await setRole(context, to.id, ownerRole)
  return [from, to]
}

/** Gives memberships back the roles they had; those that are gone meanwhile stay gone. */
export async function restoreRoles(
  before: MembershipRow[],
  context: SellerContextOfModule
): Promise<void> {
  await lockSeller(context, before[0]?.seller_id ?? "")
  // The owner's row last: until then another row holds the one owner's place.
  const ordered = [...before].sort(
    (a, b) => Number(a.role_id === ownerRole) - Number(b.role_id === ownerRole)
  )
  for (const { id, role_id } of ordered) {
    await setRole(context, id, role_id)
  }
}

/**
 * Ends a membership. The person and its other memberships stay.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED for the owner.
 */
export async function removeMembership(
  service: SellerModuleService,
  of: { seller_id: string; member_id: string },
  context: SellerContextOfModule
): Promise<MembershipRow> {
  await lockSeller(context, of.seller_id)
  const membership = await membershipOf(service, of, context)
  if (membership.role_id === ownerRole) {
    throw notAllowed(
      "The owner cannot be removed. Transfer the ownership first."
    )
  }
  await service.softDeleteSellerMembers([membership.id], {}, context)
  return membership
}

/** One statement at a time: the one owner's place must be empty before it is taken. */
async function setRole(
  context: SellerContextOfModule,
  id: string,
  roleId: string
): Promise<void> {
  await sql(
    context,
    "update seller_member set role_id = ?, updated_at = now() where id = ? and deleted_at is null",
    [roleId, id]
  )
}
