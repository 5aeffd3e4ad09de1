import type { Suite } from "../../app"
import { decide } from "../../sign-up"
import { newSeller } from "../../vendor-client"
import { kindScenes } from "./kind-scenes"
import { toldOf } from "./told"

const byFeedAndMail = (line: string) =>
  ["email", "seller_feed"].map((channel) => `${line} by ${channel}`)

/** Who is told of a refusal, where it is not the seller's team in the words of all kinds. */
const refusals: Record<string, string[]> = {
  seller: byFeedAndMail("seller.rejected: seller-rejected"),
  order_return: [
    ...byFeedAndMail("request.rejected: return-refused"),
    "request.rejected: return-rejected by email",
  ],
}

/** What holds for each kind in the lists of operator and seller, and for its refusal. */
export const queueOfEveryKind: Suite = (app) => {
  it.each(Object.entries(kindScenes))(
    "%s: every filter finds it, it is one seller's, its refusal is told and final",
    async (kind, make) => {
      const { world, id, as, withdraw } = await make(app)
      const { api, admin } = world
      const read = async () => {
        const { data } = await api.get(`/admin/requests/${id}`, admin)
        return data.request
      }
      const { title, status, submitter_id, created_at, seller } = await read()
      expect(status).toBe("pending")
      const eve = (await newSeller(world, "Eve")).client.as
      const q = encodeURIComponent(title.slice(0, 12))
      const at = encodeURIComponent(created_at)
      const later = encodeURIComponent(
        new Date(Date.now() + 1000).toISOString()
      )
      const found = [
        "",
        "status=pending",
        "status[]=rejected&status[]=pending",
        `submitter_id=${submitter_id}`,
        `created_at[$gte]=${at}`,
        `q=${q}`,
        `status=pending&q=${q}&created_at[$gte]=${at}`,
      ].map((query) => `type=${kind}&${query}`)
      const missed = [
        "type=no_kind",
        "status=rejected",
        "submitter_id=mem_nobody",
        `created_at[$gt]=${later}`,
        "q=unheard-of",
      ]
      const lists = [
        { path: "/admin/requests", who: admin },
        ...(as ? [{ path: "/vendor/requests", who: as }] : []),
      ]
      for (const { path, who } of lists) {
        for (const [queries, count] of [
          [found, 1],
          [missed, 0],
        ] as const) {
          for (const query of queries) {
            const { data } = await api.get(`${path}?${query}`, who)
            expect([path, query, data.count, data.requests?.length]).toEqual([
              ...[path, query, count, count],
            ])
          }
        }
      }
      if (seller) {
        for (const [sellerId, count] of [
          [seller.id, 1],
          ["sel_none", 0],
        ]) {
          const { data } = await api.get(
            `/admin/requests?type=${kind}&seller_id=${sellerId}`,
            admin
          )
          expect([kind, data.count]).toEqual([kind, count])
        }
      }
      for (const path of [
        `/vendor/requests/${id}`,
        `/vendor/requests/${id}/withdraw`,
      ]) {
        const theirs = path.endsWith("withdraw")
          ? await api.post(path, {}, eve)
          : await api.get(path, eve)
        expect([path, theirs.status]).toEqual([path, 404])
      }
      expect((await api.get("/vendor/requests", eve)).data.count).toBe(0)

      const refused = await decide(world, id, "rejected", "Not like this")
      expect([refused.status, refused.data.status]).toEqual([200, "rejected"])
      const before = await read()
      expect(before).toMatchObject({
        ...{ status: "rejected", reviewer_note: "Not like this" },
        reviewer_id: expect.stringMatching(/^user_/),
      })
      for (const answer of [
        await decide(world, id, "accepted"),
        await decide(world, id, "rejected", "Again"),
        await withdraw(),
        ...(as
          ? [
              await api.post(
                `/vendor/requests/${id}`,
                { request: { data: {} } },
                as
              ),
            ]
          : []),
      ]) {
        expect([400, 403, 404]).toContain(answer.status)
      }
      expect(await read()).toEqual(before)
      const told = await toldOf(app, [id, seller?.id ?? id])
      expect(told.filter((line) => line.includes(".rejected:"))).toEqual(
        refusals[kind] ?? byFeedAndMail("request.rejected: request-rejected")
      )
    }
  )
}
