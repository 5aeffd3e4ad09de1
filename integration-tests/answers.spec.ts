import axios from "axios"
import { validateAnswers } from "./answers"

/** A client of a server that answers whatever a case says. */
function clientOf(data: unknown) {
  const api = axios.create({
    adapter: (config) =>
      Promise.resolve({
        ...{ data, config, status: 200, statusText: "OK" },
        headers: { "content-type": "application/json" },
      }),
  })
  validateAnswers(api)
  return api
}

const paging = { count: 1, offset: 0, limit: 50 }

it.each([
  ["a key that nobody named", { seller: {}, secret: 1 }, "secret"],
  ["a key too few", {}, "seller"],
  ["no object", [], "object"],
])("refuses of a route of ours %s", async (_what, data, named) => {
  await expect(clientOf(data).get("/vendor/sellers/me")).rejects.toThrow(named)
})

it.each([
  ["a column that no view names", { name: "Germany", cost: 1 }, "cost"],
  ["a relation that no view names", { name: "Germany", orders: [] }, "orders"],
])("refuses in a row that Medusa answers %s", async (_what, row, named) => {
  const regions = [{ id: "reg_1", ...row }]
  await expect(
    clientOf({ regions, ...paging }).get("/vendor/regions?limit=50")
  ).rejects.toThrow(named)
})

it("takes what the documents say, and what they say nothing of", async () => {
  const seller = { seller: { id: "sel_1" } }
  const { data } = await clientOf(seller).get("/vendor/sellers/me")
  expect(data).toEqual(seller)
  const regions = [{ id: "reg_1", name: "Germany" }]
  const list = await clientOf({ regions, ...paging }).get("/vendor/regions")
  expect(list.data.count).toBe(1)
  const other = await clientOf({ anything: 1 }).get("/admin/regions")
  expect(other.data).toEqual({ anything: 1 })
})
