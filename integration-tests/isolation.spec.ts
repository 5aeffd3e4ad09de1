import { marketplaceApp } from "./app"

marketplaceApp((app) => {
  it("answers JSON for whatever has no row, and CORS before any refusal", async () => {
    const unknown = await app.api.get("/vendor/nothing?x=1")
    expect(unknown.status).toBe(404)
    expect(unknown.data).toEqual({
      type: "not_found",
      message: "There is no route GET /vendor/nothing",
    })
    expect((await app.api.get("/vendor")).data.type).toBe("not_found")
    const preflight = await app.api.options("/vendor/nothing", {
      headers: {
        origin: "http://localhost:9000",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers["access-control-allow-origin"]).toBe(
      "http://localhost:9000"
    )
    const refused = await app.api.get("/vendor/nothing", {
      headers: { origin: "http://localhost:9000" },
    })
    expect(refused.headers["access-control-allow-origin"]).toBe(
      "http://localhost:9000"
    )
  })
})
