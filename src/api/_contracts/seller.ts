import { z } from "@medusajs/framework/zod"
import type { SellerUpdate } from "../../modules/seller/saving"
import type { SellerWithProfile } from "../../modules/seller/search"
import type { RegisterSellerInput } from "../../workflows/seller/register-seller"
import { storeStatuses, storeStatusOf } from "./public-seller"
import {
  clearable,
  countryCode,
  email,
  httpUrl,
  imageUrl,
  required,
  time,
  timeZone,
} from "./texts"

const sellerTexts = {
  handle: required(120).optional(),
  description: clearable(20_000),
  photo: imageUrl,
  city: clearable(120),
  state: clearable(120),
  country_code: countryCode,
}
const profileTexts = {
  phone: clearable(60),
  address_line: clearable(250),
  postal_code: clearable(30),
  tax_id: clearable(60),
}
/** Panels send `""` for an address that is not there. */
const contactEmail = z.union([z.literal(""), email], {
  error: (issue) =>
    `Value for field '${(issue.path ?? []).join(", ")}' is not an e-mail address`,
})

/** `POST /vendor/sellers` */
export const CreateSeller = z.strictObject({
  name: required(120),
  ...sellerTexts,
  ...profileTexts,
  email: contactEmail.nullish(),
  member: z.strictObject({
    name: required(120),
    email: email.optional(),
    bio: clearable(2000),
    phone: clearable(60),
    photo: imageUrl,
  }),
})
export type CreateSeller = z.infer<typeof CreateSeller>

/** `POST /vendor/sellers/me` */
export const UpdateSeller = z.strictObject({
  name: required(120).optional(),
  ...sellerTexts,
  ...profileTexts,
  email: contactEmail.nullish(),
  time_zone: timeZone.optional(),
  vacation_from: time,
  vacation_until: time,
})
export type UpdateSeller = z.infer<typeof UpdateSeller>

/** `POST /admin/sellers/:id`; `store_status` runs the transition of the lifecycle. */
export const AdminUpdateSeller = UpdateSeller.extend({
  store_status: z.enum(storeStatuses).optional(),
  reason: clearable(2000),
})
export type AdminUpdateSeller = z.infer<typeof AdminUpdateSeller>

/** `POST /admin/sellers/:id/status` */
export const ChangeSellerStatus = z.strictObject({
  status: z.enum(["active", "suspended", "terminated"]),
  reason: clearable(2000),
})
export type ChangeSellerStatus = z.infer<typeof ChangeSellerStatus>

/** `POST /admin/sellers/invite` */
export const InviteSeller = z.strictObject({
  email,
  registration_url: httpUrl.optional(),
})
export type InviteSeller = z.infer<typeof InviteSeller>

export function toRegistration(
  authIdentityId: string,
  body: CreateSeller
): RegisterSellerInput {
  const { member, ...rest } = body
  const { seller, profile } = toUpdate("", rest)
  return {
    auth_identity_id: authIdentityId,
    seller: { ...seller, name: body.name },
    profile,
    member,
  }
}

/** The given fields, each with the row that keeps it. */
export function toUpdate(
  id: string,
  body: Partial<UpdateSeller>
): SellerUpdate {
  const {
    email,
    phone,
    address_line,
    postal_code,
    tax_id,
    time_zone,
    ...seller
  } = body
  return {
    id,
    seller,
    profile: {
      email: email === null ? "" : email,
      phone,
      address_line,
      postal_code,
      tax_id,
      time_zone,
    },
  }
}

/**
 * A seller as it sees itself and as the operator sees it. Texts are `""` instead
 * of null: a panel's form with a null in it cannot be saved.
 */
export function presentOwnSeller(row: SellerWithProfile) {
  const { status, vacation_from, vacation_until, ...seller } = row
  const texts = Object.entries(seller).map(([key, value]) => [key, value ?? ""])
  return {
    ...Object.fromEntries(texts),
    id: row.id,
    name: row.name,
    status,
    store_status: storeStatusOf(status),
    vacation_from,
    vacation_until,
  }
}
