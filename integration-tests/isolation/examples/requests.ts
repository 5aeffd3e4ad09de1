import type { Make } from "./example"

const wanted = (name: string) => ({
  request: { type: "product_category", data: { name } },
})

const requestOf: (body?: unknown) => Make =
  (body) =>
  ({ own, foreign }) => ({
    calls: [{ params: { id: own.request }, body }],
    foreign: [{ params: { id: foreign.request }, body }],
  })

/** The withdrawn request stays readable; writing it again is refused. */
export const requests: Record<string, Make> = {
  "GET /vendor/requests": () => ({ calls: [{}] }),
  "POST /vendor/requests": () => ({ calls: [{ body: wanted("Chains") }] }),
  "GET /vendor/requests/:id": requestOf(),
  "POST /vendor/requests/:id": requestOf({
    request: { data: { name: "Rings" } },
  }),
  "DELETE /vendor/requests/:id": requestOf(),
  "POST /vendor/requests/:id/withdraw": requestOf({}),
}
