import { z } from "@medusajs/framework/zod"
import type { InviteRow } from "../../modules/seller/invites"
import type { TeamMember } from "../../modules/seller/team"
import { builtInRoles } from "../../modules/seller/types"
import { clearable, email, imageUrl, required } from "./texts"

/** A name of a role; `member` is the classic word for a manager. */
const role = z.enum([...builtInRoles, "member"])
const roleFields = { role: role.optional(), role_id: required(80).optional() }

const profileFields = {
  name: required(120).optional(),
  bio: clearable(2000),
  phone: clearable(60),
  photo: imageUrl,
}

/** `POST /vendor/me` */
export const UpdateOwnMember = z.strictObject(profileFields)
export type UpdateOwnMember = z.infer<typeof UpdateOwnMember>

/** `POST /vendor/members/:id` */
export const UpdateMember = z.strictObject({
  ...profileFields,
  ...roleFields,
})
export type UpdateMember = z.infer<typeof UpdateMember>

/** `POST /vendor/sellers/me/owner` */
export const TransferOwnership = z.strictObject({ member_id: required(80) })
export type TransferOwnership = z.infer<typeof TransferOwnership>

/** What the list of invitations may be sorted by. */
export const inviteSortColumns = ["email", "created_at", "updated_at"] as const

/** `POST /vendor/invites` */
export const CreateInvite = z.strictObject({ email, ...roleFields })
export type CreateInvite = z.infer<typeof CreateInvite>

/** `POST /vendor/invites/accept` */
export const AcceptInvite = z.strictObject({
  token: required(4000),
  name: required(120),
})
export type AcceptInvite = z.infer<typeof AcceptInvite>

/** The role that a body asks for; undefined when it names none. */
export function roleIdOf(body: {
  role?: z.infer<typeof role>
  role_id?: string
}): string | undefined {
  if (body.role_id) {
    return body.role_id
  }
  const name = body.role === "member" ? "manager" : body.role
  return name && `role_${name}`
}

/** The three roles that classic clients know; the finer one is in `role_id`. */
export function classicRole(roleId: string): "owner" | "admin" | "member" {
  switch (roleId) {
    case "role_owner":
      return "owner"
    case "role_admin":
      return "admin"
    default:
      return "member"
  }
}

/** A member of one seller. Texts are `""` instead of null, as lists are searched in the browser. */
export function presentMember(member: TeamMember) {
  const { bio, phone, photo, role_id } = member
  return {
    ...member,
    bio: bio ?? "",
    phone: phone ?? "",
    photo: photo ?? "",
    role: classicRole(role_id),
  }
}

/** An invitation without its token, of which only a hash exists. */
export function presentInvite(invite: InviteRow) {
  const { id, email, role_id, expires_at, created_at, updated_at } = invite
  return {
    id,
    email,
    role: classicRole(role_id),
    role_id,
    accepted: !!invite.accepted_at,
    expires_at,
    created_at,
    updated_at,
  }
}
