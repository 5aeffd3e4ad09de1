import type { App } from "../app"
import { acceptedSeller } from "../sign-up"
import { createWorld, type World } from "../world"
import { panel, type Panel } from "./panel"

export const account = (app: App) => {
  let world: World
  let bob: Panel

  beforeAll(async () => {
    world = await createWorld(app)
    bob = panel(world, (await acceptedSeller(world, "Bob")).as)
  })

  it("reads and writes the own seller with texts that are never null", async () => {
    const fields =
      "id,name,description,phone,email,media,address_line,postal_code,country_code,city,region,metadata,tax_id,photo,store_status"
    const { seller } = await bob.get("/vendor/sellers/me", { fields })
    expect(seller).toMatchObject({
      id: expect.stringMatching(/^sel_/),
      name: "Bob",
      description: "",
      phone: "",
      email: expect.any(String),
      photo: "",
      address_line: "",
      postal_code: "",
      city: "",
      country_code: "",
      tax_id: "",
      store_status: "ACTIVE",
    })
    const edited = await bob.post("/vendor/sellers/me", {
      name: "Bob & Sons",
      email: "shop@example.com",
      phone: "+49 30 1",
      description: "Chains",
      photo: "https://img.example.com/logo.png",
    })
    expect(edited.seller).toMatchObject({
      name: "Bob & Sons",
      email: "shop@example.com",
      photo: "https://img.example.com/logo.png",
    })
    for (const name of ["", null]) {
      const cleared = await bob.post("/vendor/sellers/me", {
        name,
        email: "",
        phone: "",
        description: "",
        photo: "",
      })
      expect(cleared.seller).toMatchObject({
        name: "Bob & Sons",
        email: "",
        phone: "",
        description: "",
        photo: "",
      })
    }
    const company = {
      address_line: "Hauptstr. 1",
      postal_code: "10115",
      city: "Berlin",
      country_code: "de",
      tax_id: "",
    }
    expect(
      (await bob.post("/vendor/sellers/me", company)).seller
    ).toMatchObject(company)
  })

  it("keeps the team: members, invitations, own profile", async () => {
    const { member } = await bob.get("/vendor/me")
    expect(member).toMatchObject({
      email: expect.any(String),
      role: "owner",
      bio: "",
      phone: "",
      photo: "",
      seller: { name: "Bob" },
    })
    const { members } = await bob.get("/vendor/members", {
      limit: 9999,
      order: "email",
      q: "",
      fields: "id,email,first_name,last_name",
    })
    expect(members).toEqual([
      expect.objectContaining({
        id: member.id,
        email: member.email,
        name: expect.any(String),
        created_at: expect.any(String),
      }),
    ])
    const path = `/vendor/members/${member.id}`
    expect(await bob.get(path)).toMatchObject({ member: { id: member.id } })
    expect(
      await bob.post(path, { name: "Bob", bio: "", phone: "" })
    ).toMatchObject({ member: { name: "Bob" } })
    await bob.post(path, { metadata: { nickname: "B" } })
    expect(await bob.send("DELETE", path, {})).toMatchObject({ status: 400 })
    const foreign = await bob.send("GET", "/vendor/members/user_1", {})
    expect(foreign.status).toBe(404)
    const { invite } = await bob.post("/vendor/invites", {
      email: "carol@example.com",
      role: "member",
    })
    expect(
      await bob.get("/vendor/invites", { limit: 9999, order: "-created_at" })
    ).toMatchObject({
      count: 1,
      invites: [
        {
          id: invite.id,
          email: "carol@example.com",
          role: "member",
          accepted: false,
          expires_at: expect.any(String),
        },
      ],
    })
    expect(JSON.stringify(invite)).not.toContain("token")
  })

  it("recalculates the onboarding when the dashboard opens", async () => {
    const keys = ["store_information", "locations_shipping", "products"]
    const { onboarding } = await bob.get("/vendor/sellers/me/onboarding")
    for (const key of [...keys, "stripe_connection"]) {
      expect(onboarding[key]).toBe(false)
    }
    await bob.post("/vendor/stock-locations", { name: "Berlin" })
    expect(await bob.post("/vendor/sellers/me/onboarding", {})).toMatchObject({
      onboarding: { locations_shipping: true, products: false },
    })
  })
}
