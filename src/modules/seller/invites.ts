import { createHash, randomBytes } from "node:crypto"
import type { InferTypeOf } from "@medusajs/framework/types"
import { conflict, notAllowed, notFound } from "./errors"
import { ensureGrantable, type TeamActor } from "./membership"
import type { Invite } from "./models/invite"
import { newMember, type MemberRow } from "./registration"
import type { SellerModuleService } from "./service"
import { lockSeller, sql, type SellerContextOfModule } from "./transaction"

export type InviteRow = InferTypeOf<typeof Invite>

export type NewInvite = { actor: TeamActor; email: string; role_id: string }

export type TokenIssue = {
  id: string
  seller_id: string
  /** Makes the token of 32 random bytes (base64url) and the invite. */
  sign: (nonce: string, invite: InviteRow) => string
}

/** Who follows an invite's link. */
export type Acceptance = {
  token: string
  /** E-mail addresses of the login, lower case. */
  emails: string[]
  /** The member behind the login, when there is one. */
  member_id: string | null
  /** Name of a new member. */
  name: string
}

export type Accepted = {
  invite: InviteRow
  member: MemberRow
  membership_id: string
  is_new_member: boolean
}

const hash = (token: string) => createHash("sha256").update(token).digest("hex")

/**
 * An invite that nobody can accept yet: `issueToken` opens it.
 *
 * @throws MedusaError CONFLICT when the e-mail is a member of the seller or has an open invite.
 */
export async function openInvite(
  service: SellerModuleService,
  { actor, email, role_id }: NewInvite,
  context: SellerContextOfModule
): Promise<InviteRow> {
  const { seller_id } = actor
  await lockSeller(context, seller_id)
  await ensureGrantable(service, { actor, role_id }, context)
  await ensureNoMember(context, seller_id, email)
  const [open] = await service.listSellerInvites(
    { seller_id, email, accepted_at: null, revoked_at: null },
    { take: 1 },
    context
  )
  if (open && open.expires_at > new Date()) {
    throw conflict(`${email} is invited already: send invite ${open.id} again`)
  }
  if (open) {
    // At once: MikroORM would write the new row first, into the one open place.
    await sql(
      context,
      "update seller_invite set revoked_at = now(), updated_at = now() where id = ?",
      [open.id]
    )
  }
  return await service.createSellerInvites(
    {
      seller_id,
      email,
      role_id,
      token_hash: hash(randomBytes(32).toString("hex")),
      expires_at: new Date(),
    },
    context
  )
}

/**
 * Makes the link of an open invite valid, and any earlier one of it invalid.
 * Only the token's SHA-256 is kept.
 *
 * @returns the token, for the mail only.
 * @throws MedusaError NOT_FOUND when the invite is not open or belongs to another seller.
 */
export async function issueToken(
  service: SellerModuleService,
  { id, seller_id, sign }: TokenIssue,
  context: SellerContextOfModule
): Promise<{ token: string; invite: InviteRow }> {
  await lockSeller(context, seller_id)
  const invite = await openInviteOf(service, { id, seller_id }, context)
  const token = sign(randomBytes(32).toString("base64url"), invite)
  const hours = service.options.inviteTtlHours
  const sent = await service.updateSellerInvites(
    {
      id,
      token_hash: hash(token),
      expires_at: new Date(Date.now() + hours * 3_600_000),
    },
    context
  )
  return { token, invite: sent }
}

/** @throws MedusaError NOT_FOUND when the invite is not open or belongs to another seller. */
export async function revokeInvite(
  service: SellerModuleService,
  of: { id: string; seller_id: string },
  context: SellerContextOfModule
): Promise<InviteRow> {
  await lockSeller(context, of.seller_id)
  const before = await openInviteOf(service, of, context)
  await service.updateSellerInvites(
    { id: of.id, revoked_at: new Date() },
    context
  )
  return before
}

/**
 * Uses an invite up and makes the membership, by one guarded update, so that of
 * parallel calls one wins.
 *
 * @throws MedusaError NOT_ALLOWED for a token that is wrong, used, revoked or expired, or a login without the invited e-mail; CONFLICT when the person is a member already.
 */
export async function acceptInvite(
  service: SellerModuleService,
  acceptance: Acceptance,
  context: SellerContextOfModule
): Promise<Accepted> {
  const invite = await claimInvite(service, acceptance.token, context)
  if (!acceptance.emails.includes(invite.email)) {
    throw notAllowed(
      "This invitation is for another e-mail address than the one you are logged in with"
    )
  }
  const { member_id, name } = acceptance
  const member = member_id
    ? await service.retrieveMember(member_id, {}, context)
    : await newMember(service, { email: invite.email, name }, context)
  const [present] = await service.listSellerMembers(
    { seller_id: invite.seller_id, member_id: member.id },
    { take: 1 },
    context
  )
  if (present) {
    throw conflict("You are a member of this seller already")
  }
  const membership = await service.createSellerMembers(
    {
      seller_id: invite.seller_id,
      member_id: member.id,
      role_id: invite.role_id,
    },
    context
  )
  return {
    invite,
    member,
    membership_id: membership.id,
    is_new_member: !member_id,
  }
}

/** The guarded update: of parallel calls one finds the row open. */
async function claimInvite(
  service: SellerModuleService,
  token: string,
  context: SellerContextOfModule
): Promise<InviteRow> {
  const [claimed] = await sql<{ id: string }>(
    context,
    `update seller_invite i set accepted_at = now(), updated_at = now()
     from seller s
     where i.token_hash = ? and i.accepted_at is null and i.revoked_at is null
       and i.expires_at > now() and i.deleted_at is null
       and s.id = i.seller_id and s.status in ('active', 'suspended')
     returning i.id`,
    [hash(token)]
  )
  if (!claimed) {
    throw notAllowed(
      "This invitation is not valid any more. Ask for a new one."
    )
  }
  return await service.retrieveSellerInvite(claimed.id, {}, context)
}

/** Opens the invite again and takes back what its acceptance made. */
export async function undoAcceptInvite(
  service: SellerModuleService,
  { invite, member, membership_id, is_new_member }: Accepted,
  context: SellerContextOfModule
): Promise<void> {
  await service.deleteSellerMembers(membership_id, context)
  if (is_new_member) {
    await service.deleteMembers(member.id, context)
  }
  await service.updateSellerInvites(
    { id: invite.id, accepted_at: null },
    context
  )
}

async function ensureNoMember(
  context: SellerContextOfModule,
  sellerId: string,
  email: string
): Promise<void> {
  const members = await sql(
    context,
    `select m.id from member m join seller_member sm on sm.member_id = m.id
     where m.email = ? and sm.seller_id = ?
       and m.deleted_at is null and sm.deleted_at is null`,
    [email, sellerId]
  )
  if (members.length) {
    throw conflict(`${email} is a member already`)
  }
}

async function openInviteOf(
  service: SellerModuleService,
  { id, seller_id }: { id: string; seller_id: string },
  context: SellerContextOfModule
): Promise<InviteRow> {
  const [invite] = await service.listSellerInvites(
    { id, seller_id, accepted_at: null, revoked_at: null },
    { take: 1 },
    context
  )
  if (!invite) {
    throw notFound("Open invite", id)
  }
  return invite
}
