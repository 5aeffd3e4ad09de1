import { logIn, registerIdentity, type RegisteredIdentity } from "./members"
import type { World } from "./world"

export type SignUpAnswer = {
  status: number
  data: {
    seller: { id: string; name: string; handle: string }
    request_id: string
    message: string
  }
}

export const application = (name: string, more: object = {}) => ({
  name,
  member: { name: "Bob Miller" },
  ...more,
})

/** Registers a login and applies with it, over HTTP. */
export async function applyAs(
  world: World,
  email: string,
  body: object
): Promise<SignUpAnswer & { identity: RegisteredIdentity }> {
  const identity = await registerIdentity(world, email)
  const { status, data } = await world.api.post(
    "/vendor/sellers",
    body,
    identity.as
  )
  return { status, data, identity }
}

/** The operator's decision, over HTTP. */
export const decide = (
  { api, admin }: World,
  requestId: string,
  status: "accepted" | "rejected",
  reviewer_note = ""
) => api.post(`/admin/requests/${requestId}`, { status, reviewer_note }, admin)

/** A seller that went the whole way: registered, applied, accepted, logged in. */
export async function acceptedSeller(world: World, name: string) {
  const email = `${name.replace(/\W/g, "").toLowerCase()}@example.com`
  const { data, identity } = await applyAs(world, email, application(name))
  const accepted = await decide(world, data.request_id, "accepted")
  if (accepted.status !== 200) {
    throw new Error(`${accepted.status} ${JSON.stringify(accepted.data)}`)
  }
  return { seller: data.seller, as: await logIn(world, identity.credentials) }
}
