import { at, plain, type Make } from "./example"

const memberOf: (body?: unknown) => Make =
  (body) =>
  ({ own, foreign }) => ({
    calls: [{ params: { id: own.member }, body }],
    foreign: [{ params: { id: foreign.member }, body }],
  })

const inviteOf: Make = ({ own, foreign }) => ({
  calls: [{ params: { id: own.invite } }],
  foreign: [{ params: { id: foreign.invite } }],
})

export const seller: Record<string, Make> = {
  "POST /vendor/sellers": () => ({
    as: "identity",
    calls: [{ body: { name: "New one", member: { name: "N" } } }],
  }),
  // The member of the scene joined a seller that never applied.
  "GET /vendor/application": () => ({ calls: [{}], status: 404 }),
  "GET /vendor/sellers/me": plain,
  "POST /vendor/sellers/me": at(() => ({ body: { description: "Chains" } })),
  "POST /vendor/sellers/me/owner": ({ own, foreign }) => ({
    calls: [{ body: { member_id: own.member } }],
    foreign: [{ body: { member_id: foreign.member } }],
  }),
  "GET /vendor/sellers/me/onboarding": plain,
  "POST /vendor/sellers/me/onboarding": plain,
  "GET /vendor/talkjs": plain,
  "GET /vendor/configuration": plain,
  "GET /vendor/me": plain,
  "POST /vendor/me": at(() => ({ body: { bio: "Sells chains" } })),
  "GET /vendor/members": plain,
  "GET /vendor/members/:id": memberOf(),
  "POST /vendor/members/:id": memberOf({ bio: "x" }),
  "DELETE /vendor/members/:id": memberOf(),
  "GET /vendor/invites": plain,
  "POST /vendor/invites": at(() => ({
    body: { email: "new@example.com", role: "viewer" },
  })),
  "POST /vendor/invites/accept": () => ({
    as: "identity",
    calls: [{ body: { token: "not one", name: "N" } }],
    status: 400,
  }),
  "POST /vendor/invites/:id/resend": inviteOf,
  "DELETE /vendor/invites/:id": inviteOf,
}
