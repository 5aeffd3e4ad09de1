import { randomBytes } from "node:crypto"
import type { AxiosRequestConfig } from "axios"
import {
  ContainerRegistrationKeys,
  generateJwtToken,
  Modules,
} from "@medusajs/framework/utils"
import { SELLER_MODULE } from "../src/modules/seller"
import type { SellerModuleService } from "../src/modules/seller/service"
import type { BuiltInRole } from "../src/modules/seller/types"
import type { World } from "./world"

export type SignedInMember = {
  id: string
  email: string
  membershipId: string
  authIdentityId: string
  /** What a request of this member carries: `api.get(path, member.as)`. */
  as: AxiosRequestConfig
}

/**
 * A signed-in member of the seller in one of the built-in roles, made through
 * the modules. Its identity has no password: `registerIdentity` makes one that can
 * log in over HTTP.
 *
 * @param email - Default: a new address for each call.
 */
export async function signIn(
  world: World,
  seller: { id: string },
  role: BuiltInRole = "owner",
  email = `${role}-${randomBytes(6).toString("hex")}@example.com`
): Promise<SignedInMember> {
  const { container } = world
  const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
  const member = await sellers.createMembers({ email, name: `The ${role}` })
  const membership = await sellers.createSellerMembers({
    seller_id: seller.id,
    member_id: member.id,
    role_id: `role_${role}`,
  })
  const identity = await container.resolve(Modules.AUTH).createAuthIdentities({
    provider_identities: [{ provider: "emailpass", entity_id: email }],
    app_metadata: { seller_id: member.id },
  })
  return {
    id: member.id,
    email,
    membershipId: membership.id,
    authIdentityId: identity.id,
    as: bearer(actorToken(world, identity.id, member.id)),
  }
}

/** A second membership, at another seller, of somebody who is signed in already. */
export async function addMembership(
  { container }: World,
  seller: { id: string },
  member: { id: string; role?: BuiltInRole }
): Promise<void> {
  await container
    .resolve<SellerModuleService>(SELLER_MODULE)
    .createSellerMembers({
      seller_id: seller.id,
      member_id: member.id,
      role_id: `role_${member.role ?? "manager"}`,
    })
}

export type RegisteredIdentity = {
  credentials: { email: string; password: string }
  /** The token of the registration: it has no actor. */
  as: AxiosRequestConfig
}

/** An identity registered over HTTP, with nobody behind it yet. */
export async function registerIdentity(
  { api }: Pick<World, "api">,
  email: string
): Promise<RegisteredIdentity> {
  const credentials = { email, password: "correct-horse-1" }
  const { status, data } = await api.post(
    "/auth/seller/emailpass/register",
    credentials
  )
  if (status !== 200) {
    throw new Error(`${status} ${JSON.stringify(data)}`)
  }
  return { credentials, as: bearer(data.token) }
}

/** Headers of a fresh login: its token carries the actor, once there is one. */
export async function logIn(
  { api }: Pick<World, "api">,
  credentials: RegisteredIdentity["credentials"]
): Promise<AxiosRequestConfig> {
  const { status, data } = await api.post("/auth/seller/emailpass", credentials)
  if (status !== 200) {
    throw new Error(`${status} ${JSON.stringify(data)}`)
  }
  return bearer(data.token)
}

function actorToken(
  { container }: World,
  authIdentityId: string,
  memberId: string
): string {
  const { http } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  return generateJwtToken(
    {
      actor_id: memberId,
      actor_type: "seller",
      auth_identity_id: authIdentityId,
      auth_provider: "emailpass",
      app_metadata: { seller_id: memberId },
      user_metadata: {},
    },
    { secret: http.jwtSecret, expiresIn: "1d" }
  )
}

function bearer(token: string): AxiosRequestConfig {
  return { headers: { authorization: `Bearer ${token}` } }
}
