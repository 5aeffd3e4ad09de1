import { Modules } from "@medusajs/framework/utils"
import sharp from "sharp"
import type { App } from "../../app"
import { signIn } from "../../members"
import { vendor } from "../../vendor-client"
import { createSeller, createWorld, type World } from "../../world"
import { UPLOAD_MODULE } from "../../../src/modules/upload"
import type { UploadModuleService } from "../../../src/modules/upload/service"
import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"

type File = { name: string; content: Buffer | string; type?: string }

const picture = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: { r: 200, g: 30, b: 30 },
    },
  })

/** Images of a seller: public, written anew, counted; everything else stays out. */
export const ownUploads = (app: App) => {
  let world: World
  let alice: ReturnType<typeof vendor>
  let bob: ReturnType<typeof vendor>

  beforeAll(async () => {
    world = await createWorld(app)
    const as = async (name: string) =>
      vendor(world, (await signIn(world, await createSeller(world, name))).as)
    alice = await as("Alice")
    bob = await as("Bob")
  })

  async function upload(client: typeof alice, ...files: File[]) {
    const form = new FormData()
    for (const { name, content, type = "image/png" } of files) {
      form.append(
        "files",
        new Blob([new Uint8Array(Buffer.from(content))], { type }),
        name
      )
    }
    return await world.api.post("/vendor/uploads", form, client.as)
  }

  const uploads = () =>
    world.container.resolve<UploadModuleService>(UPLOAD_MODULE)

  const stored = async (fileId: string) =>
    await world.container.resolve(Modules.FILE).getAsBuffer(fileId)

  it("stores what it wrote anew under a name of its own, for everybody, in order", async () => {
    const png = await picture(40, 30).png().toBuffer()
    const jpeg = await picture(30, 40)
      .withExif({ IFD0: { Copyright: "CANARY7351" } })
      .jpeg()
      .toBuffer()
    expect(jpeg.includes("CANARY7351")).toBe(true)
    const { status, data } = await upload(
      alice,
      { name: "../../etc/pass\u202ewd .php", content: jpeg, type: "text/html" },
      { name: "a.jpg", content: png }
    )
    expect({ status, data }).toMatchObject({
      status: 200,
      data: {
        files: [
          {
            id: expect.stringMatching(/^upl_/),
            url: expect.stringMatching(/\.jpg$/),
          },
          {
            id: expect.stringMatching(/^upl_/),
            url: expect.stringMatching(/\.png$/),
          },
        ],
      },
    })
    const kept = new Map(
      (await uploads().listUploads()).map((row) => [row.id, row])
    )
    const rows = data.files.map(({ id }: { id: string }) => kept.get(id))
    expect(kept.size).toBe(2)
    expect(rows).toMatchObject([
      { name: "passwd .php", mime_type: "image/jpeg", width: 30, height: 40 },
      { name: "a.jpg", mime_type: "image/png", width: 40, height: 30 },
    ])
    for (const row of rows) {
      expect(row.file_id).toMatch(new RegExp(`^\\d+-${row.id}\\.(jpg|png)$`))
      const content = await stored(row.file_id ?? "")
      expect(content.length).toBe(row.bytes)
      expect(content.includes("CANARY7351")).toBe(false)
    }
    const path = new URL(data.files[0].url).pathname
    const read = await world.api.get(path, { responseType: "arraybuffer" })
    expect([read.status, read.headers["content-type"]]).toEqual([
      200,
      "image/jpeg",
    ])
  })

  it("keeps hostile files out, and nothing of a request in which one is", async () => {
    const png = await picture(20, 20).png().toBuffer()
    const huge = await picture(3000, 3000).png().toBuffer()
    const truncated = png.subarray(0, png.length - 40)
    const hostile: Record<string, File[]> = {
      svg: [
        {
          name: "a.svg",
          type: "image/svg+xml",
          content:
            '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        },
      ],
      "svg called png": [
        { name: "a.png", content: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      ],
      html: [{ name: "a.jpg", content: "<html><script>alert(1)</script>" }],
      gif: [{ name: "a.gif", content: "GIF89a" + "\0".repeat(100) }],
      pdf: [{ name: "a.png", content: "%PDF-1.7\n" }],
      empty: [{ name: "a.png", content: "" }],
      "a beginning and nothing": [
        {
          name: "a.png",
          content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
        },
      ],
      "the first bytes of a jpeg": [
        {
          name: "a.jpg",
          content: Buffer.concat([
            Buffer.from([0xff, 0xd8, 0xff]),
            Buffer.from("<?php "),
          ]),
        },
      ],
      "broken off": [{ name: "a.png", content: truncated }],
      "more pixels than allowed": [{ name: "a.png", content: huge }],
      "too many bytes": [
        { name: "a.png", content: Buffer.concat([png, Buffer.alloc(400_000)]) },
      ],
      "too many files": Array.from({ length: 4 }, () => ({
        name: "a.png",
        content: png,
      })),
      "one good, one bad": [
        { name: "a.png", content: png },
        { name: "b.png", content: "no" },
      ],
    }
    for (const [what, files] of Object.entries(hostile)) {
      const { status, data } = await upload(alice, ...files)
      expect({ what, status, type: data.type }).toEqual({
        what,
        status: 400,
        type: "invalid_data",
      })
    }
    const form = new FormData()
    form.append("avatar", new Blob([new Uint8Array(png)]), "a.png")
    const elsewhere = await world.api.post("/vendor/uploads", form, alice.as)
    expect(elsewhere.status).toBe(400)
    const nothing = await world.api.post("/vendor/uploads", {}, alice.as)
    expect(nothing.status).toBe(400)
    expect(await uploads().listUploads()).toEqual([])
    // A page behind the pixels of a real image: the pixels alone are kept.
    const polyglot = Buffer.concat([
      png,
      Buffer.from("<script>CANARY7351</script>"),
    ])
    const { data } = await upload(alice, { name: "a.html", content: polyglot })
    const [row] = await uploads().listUploads()
    expect(data.files[0].url).toMatch(/\.png$/)
    expect((await stored(row?.file_id ?? "")).includes("CANARY7351")).toBe(
      false
    )
  })

  it("counts each seller's files, also of parallel requests, and frees the room of a deleted one", async () => {
    const png = await picture(20, 20).png().toBuffer()
    const file = { name: "a.png", content: png }
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => upload(alice, file, file))
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 200, 400, 400,
    ])
    expect(await uploads().listUploads()).toHaveLength(4)
    const { uploads: mine, count } = await alice.get("/uploads?limit=1")
    expect([mine.length, count]).toEqual([1, 4])
    expect((await bob.get("/uploads")).count).toBe(0)
    const [row] = await uploads().listUploads({ id: mine[0].id })
    const path = `/vendor/uploads/${mine[0].id}`
    expect((await world.api.delete(path, bob.as)).status).toBe(404)
    expect((await world.api.delete(path, alice.as)).data).toEqual({
      id: mine[0].id,
      object: "upload",
      deleted: true,
    })
    await expect(stored(row?.file_id ?? "")).rejects.toThrow()
    expect((await world.api.delete(path, alice.as)).status).toBe(404)
    expect((await upload(alice, file)).status).toBe(200)
    expect((await upload(alice, file)).status).toBe(400)
    expect((await upload(bob, file)).status).toBe(200)
  })

  it("gives back the room of files that a crash left half stored", async () => {
    const files = Array.from({ length: 2 }, () => ({
      name: "a.png",
      mime_type: "image/png",
      bytes: 10,
      width: 1,
      height: 1,
    }))
    const of = { seller_id: "sel_a", member_id: "mem_a" }
    const [old] = await uploads().reserveUploads(of, files)
    await app
      .getContainer()
      .resolve("__pg_connection__")
      .raw(
        "update upload set created_at = now() - interval '2 hours' where id = ?",
        [old?.id ?? ""]
      )
    await runSweepersWorkflow(app.getContainer()).run({ input: {} })
    expect(await uploads().listUploads()).toHaveLength(1)
  })
}
