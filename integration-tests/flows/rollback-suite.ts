import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  WorkflowResponse,
  type ReturnWorkflow,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { App, Suite } from "../app"
import { eventLog } from "../event-log"
import { lastToken } from "../mailbox/mailbox"
import { registerIdentity, signIn, type SignedInMember } from "../members"
import { rows } from "../rows"
import { application, applyAs } from "../sign-up"
import { createProduct, createSeller, createWorld } from "../world"
import { MarketplaceEvents } from "../../src/events"
import { builtInRolePermissions } from "../../src/modules/seller/role-permissions"
import { decideRequestWorkflow } from "../../src/workflows/request/decide-request"
import { acceptInviteWorkflow } from "../../src/workflows/seller/accept-invite"
import { changeSellerStatusWorkflow } from "../../src/workflows/seller/change-seller-status"
import { inviteMemberWorkflow } from "../../src/workflows/seller/invite-member"
import { registerSellerWorkflow } from "../../src/workflows/seller/register-seller"
import { removeMemberWorkflow } from "../../src/workflows/seller/remove-member"
import { revokeInviteWorkflow } from "../../src/workflows/seller/revoke-invite"
import { transferOwnershipWorkflow } from "../../src/workflows/seller/transfer-ownership"
import { updateMemberWorkflow } from "../../src/workflows/seller/update-member"
import { updateSellerWorkflow } from "../../src/workflows/seller/update-seller"

const failStep = createStep("fail", async () => {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The next step failed")
})

/** The workflow as a part of a larger one whose next step fails. */
function thenFail<I, O, H extends unknown[]>(
  workflow: ReturnWorkflow<I, O, H>
): ReturnWorkflow<I, boolean, []> {
  return createWorkflow(
    `${workflow.getName()}-then-fail`,
    (input: WorkflowData<I>) => {
      workflow.runAsStep({ input })
      failStep()
      return new WorkflowResponse(true)
    }
  )
}

const failing = {
  register: thenFail(registerSellerWorkflow),
  decide: thenFail(decideRequestWorkflow),
  changeStatus: thenFail(changeSellerStatusWorkflow),
  update: thenFail(updateSellerWorkflow),
  invite: thenFail(inviteMemberWorkflow),
  revoke: thenFail(revokeInviteWorkflow),
  acceptInvite: thenFail(acceptInviteWorkflow),
  updateMember: thenFail(updateMemberWorkflow),
  transfer: thenFail(transferOwnershipWorkflow),
  remove: thenFail(removeMemberWorkflow),
}

const tables = [
  "seller",
  "seller_profile",
  "seller_onboarding",
  "seller_member",
  "seller_invite",
  "seller_status_change",
  "member",
  "request",
  "request_change",
  "auth_identity",
  "product",
  "marketplace_product_seller",
  "shipping_profile",
  "marketplace_shipping_profile_seller",
]

/** Every living row without its time of change. */
async function snapshot(app: App): Promise<Record<string, unknown>> {
  const contents = tables.map(
    (
      table
    ) => `(select coalesce(jsonb_agg(to_jsonb(t) - 'updated_at' order by t.id), '[]')
      from "${table}" t where deleted_at is null) as "${table}"`
  )
  const [row] = await rows(app, `select ${contents.join(", ")}`)
  return { ...row }
}

const actor = (seller: { id: string }, member: SignedInMember) => ({
  seller_id: seller.id,
  member_id: member.id,
  role_id: "role_owner",
  permissions: builtInRolePermissions.owner,
})

export const rollback: Suite = (app) => {
  it("leaves no trace, in rows or events, of any workflow whose next step fails", async () => {
    const world = await createWorld(app)
    const { container, api } = world
    const log = eventLog(container, Object.values(MarketplaceEvents))
    const bob = await createSeller(world, "Bob's Parts")
    await createProduct(world, bob, { title: "Bolt", price: 10 })
    const owner = await signIn(world, bob, "owner")
    const admin = await signIn(world, bob, "admin")
    const by = actor(bob, owner)
    const sent = await api.post(
      "/vendor/invites",
      { email: "max@example.com" },
      owner.as
    )
    const token = lastToken("max@example.com")
    await registerIdentity(world, "max@example.com")
    const { data } = await applyAs(
      world,
      "alice@example.com",
      application("Alice")
    )
    await registerIdentity(world, "zoe@example.com")
    const login = async (email: string) => {
      const [row] = await rows(
        app,
        "select auth_identity_id as id from provider_identity where entity_id = $1",
        [email]
      )
      return String(row?.id)
    }
    const max = await login("max@example.com")
    const zoe = await login("zoe@example.com")
    await log.take()
    const before = await snapshot(app)
    const inviteOf = { id: sent.data.invite.id, seller_id: bob.id }
    const decision = {
      actor_type: "user" as const,
      id: data.request_id,
      actor_id: "user_1",
      note: "Hm",
    }
    const member_id = admin.id

    const runs: [string, () => Promise<unknown>][] = [
      [
        "register",
        () =>
          failing.register(container).run({
            input: {
              auth_identity_id: zoe,
              seller: { name: "Zoe" },
              profile: {},
              member: { name: "Zoe" },
            },
          }),
      ],
      ...(["accepted", "rejected"] as const).map(
        (to): [string, () => Promise<unknown>] => [
          to,
          () => failing.decide(container).run({ input: { ...decision, to } }),
        ]
      ),
      [
        "suspend",
        () =>
          failing.changeStatus(container).run({
            input: {
              seller_id: bob.id,
              to: "suspended",
              by: "operator",
              actor_id: "user_1",
            },
          }),
      ],
      [
        "update",
        () =>
          failing.update(container).run({
            input: {
              id: data.seller.id,
              seller: {
                name: "Robert",
                city: "Ulm",
                vacation_from: new Date(0),
              },
              profile: { email: "robert@example.com" },
            },
          }),
      ],
      [
        "invite",
        () =>
          failing.invite(container).run({
            input: {
              actor: by,
              email: "new@example.com",
              role_id: "role_viewer",
            },
          }),
      ],
      ["revoke", () => failing.revoke(container).run({ input: inviteOf })],
      [
        "accept invite",
        () =>
          failing.acceptInvite(container).run({
            input: { auth_identity_id: max, token, name: "Max" },
          }),
      ],
      [
        "update member",
        () =>
          failing.updateMember(container).run({
            input: {
              actor: by,
              member_id,
              profile: { name: "Adam", bio: "Likes bolts" },
              role_id: "role_viewer",
            },
          }),
      ],
      [
        "transfer",
        () =>
          failing.transfer(container).run({ input: { actor: by, member_id } }),
      ],
      [
        "remove",
        () =>
          failing.remove(container).run({ input: { actor: by, member_id } }),
      ],
    ]
    for (const [name, run] of runs) {
      await expect(run()).rejects.toMatchObject({
        message: "The next step failed",
      })
      expect([name, await snapshot(app)]).toEqual([name, before])
    }
    expect(await log.take()).toEqual([])
    const joined = await acceptInviteWorkflow(container).run({
      input: { auth_identity_id: max, token, name: "Max" },
    })
    expect(joined.result.member.email).toBe("max@example.com")
  })
}
