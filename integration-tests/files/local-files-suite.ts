import type { Suite } from "../app"
import { signIn } from "../members"
import { rows } from "../rows"
import { vendor } from "../vendor-client"
import { createSeller, createWorld } from "../world"
import { ensurePrivateStore } from "../../src/workflows/document/ensure-private-store"
import { formOf, pdf } from "./samples"

/** What Medusa's local provider cannot do, and is done without it. */
export const localFiles: Suite = (app) => {
  it("signs addresses of its own that run out after five minutes and open one file alone", async () => {
    const world = await createWorld(app)
    const bob = await createSeller(world, "Bob")
    const client = vendor(world, (await signIn(world, bob)).as)
    const { data } = await world.api.post(
      "/vendor/documents",
      formOf([{ name: "id.pdf", content: pdf() }]),
      client.as
    )
    const { id } = data.documents[0]
    const { url, expires_in } = await client.get(`/documents/${id}/link`)
    expect(expires_in).toBe(300)
    const path = new URL(url).pathname
    const open = async (at: string) => await world.api.get(at)
    const opened = await open(path)
    expect([
      opened.status,
      opened.headers["content-type"],
      opened.data,
    ]).toEqual([200, "application/pdf", pdf()])
    const [, , , token = ""] = path.split("/")
    const [, until = "", signature = ""] = token.split(".")
    const forged = [
      `${id}.${Number(until) + 600}.${signature}`,
      `doc_other.${until}.${signature}`,
      `${id}.${until}.${signature.slice(1)}`,
      `${id}.${until}`,
      id,
    ]
    for (const other of forged) {
      expect((await open(`/vendor/files/${other}`)).status).toBe(404)
    }
    const later = Number(until) * 1000 + 1
    const clock = jest.spyOn(Date, "now").mockReturnValue(later)
    const late = await open(path)
    clock.mockRestore()
    expect(late.status).toBe(404)
    expect(await rows(app, "select document_id from document_read")).toEqual([
      { document_id: id },
    ])
  })

  it("does not store what the folder of the local provider would show to everybody", () => {
    const container = (options?: object) => ({
      resolve: () => ({
        modules: {
          file: {
            options: {
              providers: [{ resolve: "@medusajs/medusa/file-local", options }],
            },
          },
        },
      }),
    })
    const ensure = (options?: object) => () =>
      ensurePrivateStore(container(options) as never)
    expect(ensure()).toThrow("private_upload_dir")
    expect(ensure({ private_upload_dir: "static/private" })).toThrow("S3")
    expect(
      ensure({ upload_dir: "uploads", private_upload_dir: "./uploads" })
    ).toThrow("S3")
    expect(ensure({ private_upload_dir: "private" })).not.toThrow()
    expect(ensure({ private_upload_dir: "statics" })).not.toThrow()
  })
}
