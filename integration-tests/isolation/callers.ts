import type { AxiosRequestConfig } from "axios"
import { registerIdentity, signIn } from "../members"
import { createSeller, type World } from "../world"
import { SELLER_MODULE } from "../../src/modules/seller"
import type { SellerModuleService } from "../../src/modules/seller/service"

export type Callers = Record<
  | "anonymous"
  | "emptyBearer"
  | "customer"
  | "admin"
  | "member"
  | "withoutPermission"
  | "pending"
  | "suspended"
  | "removed"
  | "identity",
  AxiosRequestConfig
>

/** Everybody who might knock; `member` and some others belong to `bob`. */
export async function createCallers(
  world: World,
  bob: { id: string }
): Promise<Callers> {
  const sellers = world.container.resolve<SellerModuleService>(SELLER_MODULE)
  const inStatus = async (status: "pending" | "suspended") => {
    const seller = await createSeller(world, `The ${status} one`)
    await sellers.updateSellers({ id: seller.id, status })
    return (await signIn(world, seller)).as
  }
  const powerless = await signIn(world, bob, "viewer")
  await sellers.createSellerRoles({ id: "role_none", name: "Nothing" })
  await sellers.updateSellerMembers({
    id: powerless.membershipId,
    role_id: "role_none",
  })
  const removed = await signIn(world, bob, "admin")
  await sellers.softDeleteSellerMembers([removed.membershipId])
  return {
    anonymous: {},
    emptyBearer: { headers: { authorization: "Bearer " } },
    customer: await createCustomer(world),
    admin: world.admin,
    member: (await signIn(world, bob)).as,
    withoutPermission: powerless.as,
    pending: await inStatus("pending"),
    suspended: await inStatus("suspended"),
    removed: removed.as,
    identity: (await registerIdentity(world, "nobody@example.com")).as,
  }
}

async function createCustomer({
  api,
  store,
}: World): Promise<AxiosRequestConfig> {
  const credentials = { email: "clara@example.com", password: "clara-1" }
  const bearer = (token: string) => ({
    headers: { ...store.headers, authorization: `Bearer ${token}` },
  })
  const path = "/auth/customer/emailpass"
  const registered = await api.post(`${path}/register`, credentials)
  await api.post(
    "/store/customers",
    { email: credentials.email },
    bearer(registered.data.token)
  )
  return bearer((await api.post(path, credentials)).data.token)
}
