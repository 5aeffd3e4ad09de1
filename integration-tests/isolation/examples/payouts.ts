import { at, plain, type Make } from "./example"

export const payouts: Record<string, Make> = {
  "GET /vendor/payout-account": plain,
  "POST /vendor/payout-account": at(() => ({
    body: { context: { country: "de" }, schedule: "weekly", minimum: 25 },
  })),
  // Removed by one example, it is opened again by another.
  "DELETE /vendor/payout-account": plain,
  "POST /vendor/payout-account/onboarding": at(() => ({
    body: { context: { return_url: "https://vendor.example.com/money" } },
  })),
  "POST /vendor/payout-account/sync": plain,
  "GET /vendor/payouts": plain,
  "GET /vendor/payouts/:id": ({ own, foreign }) => ({
    calls: [{ params: { id: own.payout } }],
    foreign: [{ params: { id: foreign.payout } }],
  }),
}
