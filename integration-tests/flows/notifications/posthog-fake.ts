import { createServer, type Server } from "node:http"
import { gunzipSync } from "node:zlib"
import { z } from "@medusajs/framework/zod"

/** An id, an amount, a count or a closed word: nothing that somebody wrote. */
const opaque = z.union([
  z.number(),
  z.string().regex(/^(?!.*secret)[A-Za-z0-9_:.-]{1,120}$/i),
])
const ids = z.string().regex(/^[a-z]+_[A-Za-z0-9_]+$|^anonymous$/)

/** What the client says of itself with every message. */
const client = {
  $lib: z.literal("posthog-node"),
  $lib_version: z.string(),
  $geoip_disable: z.literal(true),
  $is_server: z.boolean().optional(),
}

const message = {
  distinct_id: ids,
  timestamp: z.iso.datetime(),
  uuid: z.uuid(),
}

const captured = z.strictObject({
  ...message,
  event: z.string().regex(/^[a-z_]+$/),
  properties: z
    .object({ ...client, $groups: z.strictObject({ seller: ids }).optional() })
    .catchall(opaque),
})

const identified = z.strictObject({
  ...message,
  event: z.literal("$identify"),
  properties: z.strictObject({
    ...client,
    $set: z.record(z.string(), opaque),
    $set_once: z.strictObject({}),
  }),
})

const groupIdentified = z.strictObject({
  ...message,
  event: z.literal("$groupidentify"),
  properties: z.strictObject({
    ...client,
    $group_type: z.literal("seller"),
    $group_key: ids,
    $group_set: z.record(z.string(), opaque),
  }),
})

/** `POST /batch/`, as the official client of PostHog builds it. */
const batch = z.strictObject({
  api_key: z.literal("phc_test"),
  batch: z.array(z.union([captured, identified, groupIdentified])).min(1),
  sent_at: z.iso.datetime().optional(),
})

export type Captured = z.infer<typeof batch>["batch"][number]

/** PostHog on this machine: takes what its contract allows and is nobody's name. */
export class PostHogFake {
  readonly captured: Captured[] = []
  /** What it refused, and why. */
  readonly refused: string[] = []
  private readonly server: Server = createServer((req, res) => {
    const parts: Buffer[] = []
    req.on("data", (part: Buffer) => parts.push(part))
    req.on("end", () => {
      const raw = Buffer.concat(parts)
      const isZipped = req.headers["content-encoding"] === "gzip"
      const isTaken =
        req.method === "POST" &&
        req.url?.startsWith("/batch") === true &&
        this.take((isZipped ? gunzipSync(raw) : raw).toString())
      res
        .writeHead(isTaken ? 200 : 400, { "content-type": "application/json" })
        .end(JSON.stringify({ status: isTaken ? "Ok" : "invalid" }))
    })
  })

  private take(text: string): boolean {
    const parsed = batch.safeParse(JSON.parse(text))
    if (parsed.success) {
      this.captured.push(...parsed.data.batch)
    } else {
      this.refused.push(z.prettifyError(parsed.error).slice(0, 500))
    }
    return parsed.success
  }

  /** What came, once all these names are among it or half a minute is over. */
  async hears(names: string[]): Promise<Captured[]> {
    for (const until = Date.now() + 30_000; Date.now() < until;) {
      const heard = this.captured.map(({ event }) => event)
      if (names.every((name) => heard.includes(name))) {
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return this.captured
  }

  /** Its address is known before anybody listens: Medusa's config is read first. */
  async start(port: number): Promise<void> {
    await new Promise<void>((resolve) =>
      this.server.listen(port, "127.0.0.1", () => resolve())
    )
  }

  stop(): void {
    this.server.closeAllConnections()
    this.server.close()
  }
}
