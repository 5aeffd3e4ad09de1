import { createHash } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import type { Suite } from "../app"
import { signIn } from "../members"
import { counts, rows } from "../rows"
import { vendor } from "../vendor-client"
import { createSeller, createWorld, type World } from "../world"
import { DOCUMENT_MODULE } from "../../src/modules/document"
import type { DocumentModuleService } from "../../src/modules/document/service"
import { SELLER_MODULE } from "../../src/modules/seller"
import type { SellerModuleService } from "../../src/modules/seller/service"
import { runSweepersWorkflow } from "../../src/workflows/sweeper/run-sweepers"
import { formOf, hostileFiles, pdf, png, type Sample } from "./samples"

/** What the app is booted with, so that limits are reached soon. */
export const smallLimits = {
  capture: "manual" as const,
  uploadMaxPixels: 4_000_000,
  documentMaxBytes: 100_000,
  documentMaxFiles: 3,
  documentQuotaFiles: 4,
}

/** Private files of sellers: only who may read them does, wherever they are stored. */
export const privateFiles: Suite = (app) => {
  let world: World
  let bob: { id: string }
  let mine: ReturnType<typeof vendor>
  let alices: ReturnType<typeof vendor>

  beforeAll(async () => {
    world = await createWorld(app)
    bob = await createSeller(world, "Bob")
    const alice = await createSeller(world, "Alice")
    mine = vendor(world, (await signIn(world, bob)).as)
    alices = vendor(world, (await signIn(world, alice)).as)
  })

  const send = (client: typeof mine, ...files: Sample[]) =>
    world.api.post("/vendor/documents", formOf(files), client.as)

  const read = (path: string, as: object = {}) =>
    world.api.get(path, { ...as, responseType: "arraybuffer" })

  async function stored(): Promise<string> {
    const { data } = await send(mine, { name: "id.pdf", content: pdf() })
    return data.documents[0].id
  }

  it("keeps them, says nothing of where, and gives each out byte for byte as what it is", async () => {
    const content = pdf()
    const { status, data } = await send(
      mine,
      { name: '../../etc/Reisepaß \u202e".PDF', content, type: "text/html" },
      { name: "prices.csv", content: "a,b\n1,2\n" },
      { name: "shop.png", content: await png() }
    )
    expect({ status, data }).toEqual({
      status: 201,
      data: {
        documents: [
          ["Reisepaß .PDF", "application/pdf"],
          ["prices.csv", "text/csv"],
          ["shop.png", "image/png"],
        ].map(([name, mime_type]) => ({
          id: expect.stringMatching(/^doc_/),
          ...{ name, mime_type, kind: null, status: "uploaded" },
          bytes: expect.any(Number),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          expires_at: null,
          uploaded_by_type: "member",
          uploaded_by_id: expect.stringMatching(/^mem_/),
          created_at: expect.any(String),
        })),
      },
    })
    const [passport] = data.documents
    expect(passport.sha256).toBe(
      createHash("sha256").update(content).digest("hex")
    )
    const path = `/vendor/documents/${passport.id}`
    expect((await mine.get(path.slice(7))).document).toEqual(passport)
    const list = await mine.get("/documents?order=name&limit=2")
    expect([list.count, list.documents.length]).toEqual([3, 2])
    expect((await mine.get("/documents?q=prices")).count).toBe(1)
    const download = await read(`${path}/download`, mine.as)
    expect([download.status, Buffer.from(download.data).toString()]).toEqual([
      200,
      content,
    ])
    expect(download.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringContaining("attachment; filename="),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    })
    expect(
      await rows(app, "select actor_type, document_id from document_read")
    ).toEqual([{ actor_type: "member", document_id: passport.id }])
    const [row] = await rows(
      app,
      "select file_id from document where id = $1",
      [passport.id]
    )
    expect(JSON.stringify(data)).not.toContain(row?.file_id)
    const guessed = await read(`/static/${String(row?.file_id)}`)
    expect(guessed.status).toBe(404)
  })

  it("lets nobody else near them, and tells nobody that they are there", async () => {
    const id = await stored()
    const viewer = await signIn(world, bob, "viewer")
    const gone = await signIn(world, bob, "admin")
    await world.container
      .resolve<SellerModuleService>(SELLER_MODULE)
      .softDeleteSellerMembers([gone.membershipId])
    const paths = [`/vendor/documents/${id}`, "/download", "/link"].map(
      (path, n) => (n ? `/vendor/documents/${id}${path}` : path)
    )
    const asked = async (as: object) =>
      await Promise.all(
        paths.map(async (path) => (await world.api.get(path, as)).status)
      )
    expect(await asked(alices.as)).toEqual([404, 404, 404])
    expect(await asked({})).toEqual([401, 401, 401])
    expect(await asked(viewer.as)).toEqual([200, 403, 403])
    expect((await asked(gone.as)).every((status) => status > 400)).toBe(true)
    expect((await alices.get("/documents")).count).toBe(0)
    const theirs = await world.api.delete(paths[0] ?? "", alices.as)
    expect(theirs.status).toBe(404)
    const { data } = await world.api.get("/vendor/sellers/me", alices.as)
    const admin = (seller: string) =>
      read(`/admin/sellers/${seller}/documents/${id}/download`, world.admin)
    expect((await admin(data.seller.id)).status).toBe(404)
    expect((await admin(bob.id)).status).toBe(200)
    const listed = await world.api.get(
      `/admin/sellers/${bob.id}/documents`,
      world.admin
    )
    expect(listed.data).toMatchObject({ count: 1, documents: [{ id }] })
    expect((await read(`/admin/sellers/${bob.id}/documents`)).status).toBe(401)
  })

  it("keeps hostile files out, and nothing of a request in which one is", async () => {
    const hostile = await hostileFiles(smallLimits.documentMaxBytes)
    for (const [what, files] of Object.entries(hostile)) {
      const { status, data } = await send(mine, ...files)
      expect({ what, status, type: data.type }).toEqual({
        what,
        status: 400,
        type: "invalid_data",
      })
    }
    expect(await counts(app, ["document"])).toEqual({ document: 0 })
    // A page behind the pixels of a picture: the pixels alone are kept.
    const content = Buffer.concat([
      await png(),
      Buffer.from("<script>CANARY7351</script>"),
    ])
    const { data } = await send(mine, { name: "a.png", content })
    const path = `/vendor/documents/${data.documents[0].id}/download`
    const kept = Buffer.from((await read(path, mine.as)).data)
    expect(kept.includes("CANARY7351")).toBe(false)
  })

  it("counts each owner's files, also of parallel requests, and frees the room of a deleted one", async () => {
    const file = { name: "a.pdf", content: pdf() }
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => send(mine, file, file))
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201, 201, 400, 400,
    ])
    const { documents } = await mine.get("/documents")
    expect(documents).toHaveLength(4)
    const [row] = await rows(
      app,
      "select file_id from document where id = $1",
      [documents[0].id]
    )
    const path = `/documents/${documents[0].id}`
    await world.container
      .resolve(Modules.FILE)
      .deleteFiles(String(row?.file_id))
    // Somebody cleared the store: that is no fault of the server's.
    const lost = await world.api.get(`/vendor${path}/download`, mine.as)
    expect(lost.status).toBe(404)
    expect(await mine.delete(path)).toMatchObject({ deleted: true })
    await expect(
      world.container.resolve(Modules.FILE).getAsBuffer(String(row?.file_id))
    ).rejects.toThrow()
    expect((await world.api.delete(`/vendor${path}`, mine.as)).status).toBe(404)
    expect((await send(mine, file)).status).toBe(201)
    expect((await send(mine, file)).status).toBe(400)
    expect((await send(alices, file)).status).toBe(201)
  })

  it("gives back the room of files that a crash left half stored", async () => {
    const documents =
      world.container.resolve<DocumentModuleService>(DOCUMENT_MODULE)
    const of = {
      seller_id: bob.id,
      uploaded_by_type: "member" as const,
      uploaded_by_id: "mem_1",
    }
    const file = {
      ...{ name: "a.pdf", mime_type: "application/pdf", bytes: 10 },
      ...{ sha256: "0", purpose: "document" as const, keep_until: null },
    }
    const [old] = await documents.reserveDocuments(of, [file, file])
    await rows(
      app,
      "update document set created_at = now() - interval '2 hours' where id = $1",
      [old?.id]
    )
    const { result } = await runSweepersWorkflow(world.container).run({
      input: { names: ["abandoned-documents", "old-transfers"] },
    })
    expect(JSON.stringify(result)).toContain("abandoned-documents")
    expect(await documents.listDocuments()).toHaveLength(1)
    expect((await mine.get("/documents")).count).toBe(0)
  })
}
