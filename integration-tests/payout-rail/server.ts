import { createHmac } from "node:crypto"
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import type { AddressInfo } from "node:net"

export type Transfer = {
  payout_id: string
  amount: string
  currency_code: string
  destination: string | null
  ref: string
  status: "submitted" | "paid" | "failed" | "returned"
}

/**
 * How one coming request ends: `error` 500 and `refuse` 402 execute nothing,
 * `lost` executes and drops the connection, `hang` executes and never answers.
 */
export type RailFault = "error" | "refuse" | "lost" | "hang"

export type RailSettings = {
  /** Chances of a fault, each request by itself. */
  lostRate?: number
  errorRate?: number
  /** After this a key is forgotten: the same request pays again. */
  keyWindowMs?: number
  /** How long an execution takes. */
  latencyMs?: number
  /** Between 0 and 1; seeded by the test. */
  random?: () => number
  /** Transfers end at once instead of waiting for `finish`. */
  instant?: boolean
}

const secret = "rail-secret"

/** The header that proves a message of the rail. */
export function signRailMessage(body: string): string {
  return createHmac("sha256", secret).update(body).digest("hex")
}

/**
 * A bank for tests: executes transfers, remembers keys for a while, and
 * misbehaves by chance or on demand. Every execution is kept, repeats too.
 */
export class PayoutRail {
  readonly transfers: Transfer[] = []
  readonly calls: { method: string; payout_id: string; key?: string }[] = []
  /** What the next requests do, in order. */
  readonly script: RailFault[] = []
  private readonly keys = new Map<string, { at: number; transfer: Transfer }>()
  private readonly server = createServer((req, res) => {
    void this.serve(req, res)
  })

  constructor(private readonly settings: RailSettings = {}) {}

  async start(port = 0): Promise<this> {
    await new Promise<void>((done) =>
      this.server.listen(port, "127.0.0.1", done)
    )
    return this
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** How often each payout was executed. */
  executions(): Map<string, number> {
    const counts = new Map<string, number>()
    for (const { payout_id } of this.transfers) {
      counts.set(payout_id, (counts.get(payout_id) ?? 0) + 1)
    }
    return counts
  }

  /** Ends a submitted transfer. */
  finish(payoutId: string, status: Transfer["status"]): void {
    for (const transfer of this.transfers) {
      if (transfer.payout_id === payoutId) {
        transfer.status = status
      }
    }
  }

  private async serve(req: IncomingMessage, res: ServerResponse) {
    const body = await readBody(req)
    const payoutId =
      body?.payout_id ?? decodeURIComponent(req.url?.split("/").pop() ?? "")
    const key = req.headers["idempotency-key"]?.toString()
    this.calls.push({ method: req.method ?? "", payout_id: payoutId, key })
    const fault = this.script.shift() ?? this.chance()
    await new Promise((done) => setTimeout(done, this.settings.latencyMs ?? 0))
    if (fault === "error" || fault === "refuse") {
      res.statusCode = fault === "error" ? 500 : 402
      res.end(JSON.stringify({ message: `the rail says ${fault}` }))
      return
    }
    const answer = body
      ? this.execute(body, key)
      : this.transfers.find(({ payout_id }) => payout_id === payoutId)
    if (fault === "lost") {
      req.socket.destroy()
    } else if (fault !== "hang") {
      res.statusCode = answer ? 200 : 404
      res.end(JSON.stringify(answer ?? {}))
    }
  }

  private chance(): RailFault | undefined {
    const { random = Math.random, lostRate = 0, errorRate = 0 } = this.settings
    const draw = random()
    return draw < lostRate
      ? "lost"
      : draw < lostRate + errorRate
        ? "error"
        : undefined
  }

  private execute(
    body: Omit<Transfer, "ref" | "status">,
    key: string | undefined
  ): Transfer {
    const known = key ? this.keys.get(key) : undefined
    const window = this.settings.keyWindowMs ?? Number.POSITIVE_INFINITY
    if (known && Date.now() - known.at < window) {
      return known.transfer
    }
    const transfer: Transfer = {
      ...body,
      ref: `rail_${this.transfers.length + 1}`,
      status: this.settings.instant ? "paid" : "submitted",
    }
    this.transfers.push(transfer)
    if (key) {
      this.keys.set(key, { at: Date.now(), transfer })
    }
    return transfer
  }
}

async function readBody(
  req: IncomingMessage
): Promise<Omit<Transfer, "ref" | "status"> | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of req) {
    chunks.push(chunk as Buffer)
  }
  return chunks.length
    ? JSON.parse(Buffer.concat(chunks).toString())
    : undefined
}
