import type { App } from "../app"
import { signIn } from "../members"
import { rows } from "../rows"
import { vendor } from "../vendor-client"
import { createSeller, createWorld } from "../world"
import type { ObjectStore } from "./object-store"
import { formOf, pdf, png } from "./samples"

/** What S3 is told of each file, and the addresses that it signs. */
export const objectStore = (store: ObjectStore) => (app: App) => {
  it("stores images for all and documents for nobody, each under its own type, and signs addresses that run out", async () => {
    const world = await createWorld(app)
    const bob = await createSeller(world, "Bob")
    const client = vendor(world, (await signIn(world, bob)).as)
    store.puts.length = 0
    const picture = formOf([{ name: "a.html", content: await png() }])
    const image = await world.api.post("/vendor/uploads", picture, client.as)
    expect(image.status).toBe(200)
    const { data } = await world.api.post(
      "/vendor/documents",
      formOf([{ name: "id.pdf", content: pdf(), type: "text/html" }]),
      client.as
    )
    expect(
      store.puts.map(({ path, headers }) => [
        path.replace(/^.*\/(upl|doc)_\w+-\w+\.(\w+)\?.*$/, "$1.$2"),
        headers["x-amz-acl"],
        headers["content-type"],
      ])
    ).toEqual([
      ["upl.png", "public-read", "image/png"],
      ["doc.pdf", "private", "application/pdf"],
    ])
    const [{ url: imageUrl }] = image.data.files
    const shown = await fetch(imageUrl)
    expect([shown.status, shown.headers.get("content-type")]).toEqual([
      200,
      "image/png",
    ])
    const { id } = data.documents[0]
    const [row] = await rows(app, "select file_id from document")
    expect(JSON.stringify(data)).not.toContain(store.url)
    const { url, expires_in } = await client.get(`/documents/${id}/link`)
    expect(expires_in).toBe(2)
    const signed = new URL(url)
    expect(signed.pathname).toContain(String(row?.file_id))
    expect(signed.searchParams.get("X-Amz-Signature")).toMatch(/^[0-9a-f]{64}$/)
    const opened = await fetch(url)
    expect([
      opened.status,
      opened.headers.get("content-type"),
      await opened.text(),
    ]).toEqual([200, "application/pdf", pdf()])
    await new Promise((resolve) => setTimeout(resolve, 3100))
    expect((await fetch(url)).status).toBe(403)
    await client.delete(`/documents/${id}`)
    const again = await client.get("/documents")
    expect(again.count).toBe(0)
  })
}
