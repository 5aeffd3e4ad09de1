import { marketplaceApp } from "../../app"
import { signIn } from "../../members"
import { createSeller, createWorld } from "../../world"

marketplaceApp((app) => {
  it("lists", async () => {
    const world = await createWorld(app)
    const bob = await createSeller(world, "Bob's Parts")
    const alice = await createSeller(world, "Alice's Wares")
    const member = await signIn(world, bob)
    const list = await app.api.get("/vendor/stock-locations?foo=1&order=-name&fields=%2Bnope,*sales_channels&created_at=%7B%22%24gte%22:%222020-01-01%22%7D", member.as)
    console.log(JSON.stringify(list.data, null, 1))
    console.log((await app.api.get("/vendor/stock-locations/" + alice.stockLocationId, member.as)).data)
    console.log((await app.api.get("/vendor/stock-locations/" + bob.stockLocationId, member.as)).data)
    console.log((await app.api.get("/vendor/stock-locations/%00" , member.as)).data)
    console.log((await app.api.get("/vendor/stock-locations?name=%00" , member.as)).data)
    console.log((await app.api.get("/vendor/stock-locations?created_at=abc" , member.as)).data)
    console.log((await app.api.get("/vendor/stock-locations/%E0%A4%A" , member.as)).data)
    console.log((await app.api.post("/vendor/stock-locations/" + bob.stockLocationId,{address_id: "x", address: {address_1: "d", foo: 1, country_code:"de"}}, member.as)).data)
    console.log((await app.api.post("/vendor/stock-locations/" + bob.stockLocationId,{ address: {address_1: "d", foo: 1, country_code:"de"}}, member.as)).data)
  })
})
