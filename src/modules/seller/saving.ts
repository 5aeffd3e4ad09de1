import { MedusaError } from "@medusajs/framework/utils"
import { notFound } from "./errors"
import { ensureNamesFree, ensureValidHandle } from "./names"
import type { ProfileFields, SellerFields } from "./registration"
import type { SellerModuleService } from "./service"
import { lockSeller, type SellerContextOfModule } from "./transaction"

/** What may be written to a seller; its status is not among it. */
export type SellerUpdate = {
  id: string
  seller: SellerFields
  profile: ProfileFields
}

const sellerColumns = [
  "name",
  "handle",
  "description",
  "photo",
  "city",
  "state",
  "country_code",
  "vacation_from",
  "vacation_until",
] as const

const profileColumns = [
  "email",
  "phone",
  "address_line",
  "postal_code",
  "tax_id",
  "time_zone",
] as const

/**
 * Writes the given fields of a seller; absent ones stay, as the handle does
 * when the name changes.
 *
 * @returns the same fields as they were: giving them back undoes the update.
 * @throws MedusaError NOT_FOUND; CONFLICT for a name, handle or e-mail of another living seller; INVALID_DATA for a bad handle.
 */
export async function saveSeller(
  service: SellerModuleService,
  { id, seller, profile }: SellerUpdate,
  context: SellerContextOfModule
): Promise<SellerUpdate> {
  if (!(await lockSeller(context, id))) {
    throw notFound("Seller", id)
  }
  const { name, handle } = seller
  const { email } = profile
  if (handle !== undefined) {
    ensureValidHandle(handle)
  }
  if (name !== undefined || handle !== undefined || email) {
    await ensureNamesFree(context, { name, handle, email }, id)
  }
  const [was] = await service.listSellers({ id }, {}, context)
  const [wasProfile] = await service.listSellerProfiles(
    { seller_id: id },
    {},
    context
  )
  ensureWindow({ ...was, ...pick(seller, sellerColumns) })
  const sellerData = pick(seller, sellerColumns)
  if (Object.keys(sellerData).length) {
    await service.updateSellers({ id, ...sellerData }, context)
  }
  const profileData = pick(profile, profileColumns)
  if (wasProfile && Object.keys(profileData).length) {
    await service.updateSellerProfiles(
      { id: wasProfile.id, ...profileData },
      context
    )
  }
  return {
    id,
    seller: pick({ ...was }, keysOf(sellerData, sellerColumns)),
    profile: pick({ ...wasProfile }, keysOf(profileData, profileColumns)),
  }
}

function ensureWindow({ vacation_from, vacation_until }: SellerFields): void {
  if (vacation_from && vacation_until && vacation_until <= vacation_from) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Field 'vacation_until' must be later than 'vacation_from'"
    )
  }
}

function pick<T extends object, K extends keyof T>(
  from: T,
  keys: readonly K[]
): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {}
  for (const key of keys) {
    if (from[key] !== undefined) {
      picked[key] = from[key]
    }
  }
  return picked
}

function keysOf<K extends string>(data: object, keys: readonly K[]): K[] {
  return keys.filter((key) => key in data)
}
