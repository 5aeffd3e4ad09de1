import type { InferTypeOf } from "@medusajs/framework/types"
import { conflict, notFound } from "./errors"
import type { Member } from "./models/member"
import type { Seller } from "./models/seller"
import type { SellerProfile } from "./models/seller-profile"
import {
  ensureNamesFree,
  ensureValidHandle,
  freeHandle,
  lockNames,
} from "./names"
import type { SellerModuleService } from "./service"
import { sql, type SellerContextOfModule } from "./transaction"

export type SellerRow = InferTypeOf<typeof Seller>
export type SellerProfileRow = InferTypeOf<typeof SellerProfile>
export type MemberRow = InferTypeOf<typeof Member>

/** What an applicant says about the seller; the public part and the operator's part. */
export type SellerFields = {
  name?: string
  handle?: string
  description?: string | null
  photo?: string | null
  city?: string | null
  state?: string | null
  country_code?: string | null
  vacation_from?: Date | null
  vacation_until?: Date | null
}
export type ProfileFields = {
  email?: string
  phone?: string | null
  address_line?: string | null
  postal_code?: string | null
  tax_id?: string | null
  /** IANA name. */
  time_zone?: string
}
export type MemberFields = {
  name: string
  email: string
  bio?: string | null
  phone?: string | null
  photo?: string | null
}

export type Registration = {
  seller: SellerFields & { name: string }
  profile: ProfileFields & { email: string }
  /** Somebody who is a member already applies with its id. */
  member: MemberFields & { id?: string }
}

export type Registered = {
  seller: SellerRow
  profile: SellerProfileRow
  member: MemberRow
  /** False when the member was there before. */
  is_new_member: boolean
}

/** A pending seller with its profile, check list and owner: all or nothing. */
export async function registerSeller(
  service: SellerModuleService,
  { seller, profile, member }: Registration,
  context: SellerContextOfModule
): Promise<Registered> {
  if (seller.handle !== undefined) {
    ensureValidHandle(seller.handle)
  }
  await lockNames(context)
  const owner = member.id
    ? await existingApplicant(service, member.id, context)
    : await newMember(service, member, context)
  await ensureNamesFree(context, {
    name: seller.name,
    handle: seller.handle,
    email: profile.email,
  })
  const handle = seller.handle ?? (await freeHandle(context, seller.name))
  const created = await service.createSellers(
    { ...seller, handle, status: "pending" },
    context
  )
  const owned = { seller_id: created.id }
  const profileRow = await service.createSellerProfiles(
    { ...profile, ...owned },
    context
  )
  await service.createSellerOnboardings(owned, context)
  await service.createSellerMembers(
    { ...owned, member_id: owner.id, role_id: "role_owner" },
    context
  )
  return {
    seller: created,
    profile: profileRow,
    member: owner,
    is_new_member: !member.id,
  }
}

/**
 * Makes a member whose e-mail nobody has yet: an existing person is never taken
 * over by somebody who knows the address.
 *
 * @throws MedusaError CONFLICT when the e-mail is taken.
 */
export async function newMember(
  service: SellerModuleService,
  member: MemberFields,
  context: SellerContextOfModule
): Promise<MemberRow> {
  const { email, name, bio, phone, photo } = member
  const [taken] = await service.listMembers({ email }, { take: 1 }, context)
  if (taken) {
    throw conflict("Provided email is already taken")
  }
  return await service.createMembers(
    { email, name, bio, phone, photo },
    context
  )
}

async function existingApplicant(
  service: SellerModuleService,
  memberId: string,
  context: SellerContextOfModule
): Promise<MemberRow> {
  const [member] = await service.listMembers({ id: memberId }, {}, context)
  if (!member) {
    throw notFound("Member", memberId)
  }
  const [living] = await sql<{ name: string; status: string }>(
    context,
    `select s.name, s.status from seller_member sm
     join seller s on s.id = sm.seller_id and s.deleted_at is null
     where sm.member_id = ? and sm.role_id = 'role_owner'
       and sm.deleted_at is null and s.status <> 'terminated' limit 1`,
    [memberId]
  )
  if (living) {
    throw conflict(
      `You own the seller "${living.name}" (${living.status}) already`
    )
  }
  return member
}

/** Takes back a registration that could not be finished; repeating it changes nothing. */
export async function undoRegistration(
  service: SellerModuleService,
  { seller, member, is_new_member }: Registered,
  context: SellerContextOfModule
): Promise<void> {
  const owned = { seller_id: seller.id }
  await service.deleteSellerMembers(owned, context)
  await service.deleteSellerOnboardings(owned, context)
  await service.deleteSellerProfiles(owned, context)
  await service.deleteSellers(seller.id, context)
  if (is_new_member) {
    await service.deleteMembers(member.id, context)
  }
}
