import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import type { AddressInfo } from "node:net"
import Stripe from "stripe"
import type { StripePayoutOptions } from "../../src/providers/payout-stripe/service"
import { parametersOf, type Parameters } from "./contract"

type Row = Record<string, unknown> & { id: string }
type Answer = { status: number; body: unknown }
type Request = {
  method: string
  path: string
  params: Record<string, string>
  key: string | undefined
}
/** `lost` executes and drops the connection, `error` 500 and `refuse` 400 execute nothing. */
export type StripeFault = "lost" | "error" | "refuse"

const apiKey = "sk_test_marketplace"
const webhookSecret = "whsec_marketplace"

const contract: Record<string, Parameters> = {
  accounts: parametersOf("AccountsResource", "AccountCreateParams"),
  account_links: parametersOf(
    "AccountLinksResource",
    "AccountLinkCreateParams"
  ),
  transfers: parametersOf("TransfersResource", "TransferCreateParams"),
  reversals: parametersOf("TransfersResource", "TransferCreateReversalParams"),
  list: {
    all: new Set([
      ...parametersOf("TransfersResource", "TransferListParams").all,
      ...["limit", "starting_after", "ending_before", "expand"],
    ]),
    required: new Set(),
  },
}

/**
 * Stripe for tests: refuses what its published contract does not know, replays
 * idempotency keys, and keeps accounts whose requirements a test fulfils.
 */
export class FakeStripe {
  readonly accounts = new Map<string, Row>()
  readonly transfers = new Map<string, Row>()
  /** What the next transfers do, in order. */
  readonly script: StripeFault[] = []
  /** Requests that the contract does not allow; none is right. */
  readonly violations: string[] = []
  private readonly keys = new Map<string, { params: string; answer: Answer }>()
  private readonly revoked = new Set<string>()
  private counter = 0
  private readonly server = createServer((req, res) => {
    void this.serve(req, res)
  })

  async start(port = 0): Promise<this> {
    await new Promise<void>((done) => this.server.listen(port, done))
    return this
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  /** How many transfers there are of a payout. */
  executed(payoutId: string): number {
    return [...this.transfers.values()].filter(
      ({ transfer_group }) => transfer_group === payoutId
    ).length
  }

  /** The seller did what was asked: transfers go to it from now on. */
  enable(id: string): Row {
    return this.change(id, {
      ...{ details_submitted: true, payouts_enabled: true },
      capabilities: { transfers: "active" },
      requirements: { currently_due: [], past_due: [], disabled_reason: null },
    })
  }

  /** The seller took the platform's access away. */
  revoke(id: string): void {
    this.revoked.add(id)
  }

  /** An event as Stripe delivers it: the raw body and its signature. */
  event(
    type: string,
    object: unknown,
    more: { id?: string; account?: string; created?: number } = {}
  ) {
    const created = more.created ?? Math.floor(Date.now() / 1000)
    const body = JSON.stringify({
      ...{ id: `evt_${(this.counter += 1)}`, object: "event", type, created },
      ...{ api_version: "2025-09-30.clover", livemode: false },
      ...more,
      data: { object },
    })
    const signature = Stripe.webhooks.generateTestHeaderString({
      ...{ payload: body, secret: webhookSecret },
    })
    return { body, headers: { "stripe-signature": signature } }
  }

  private change(id: string, fields: Record<string, unknown>): Row {
    const row = { ...this.accounts.get(id), ...fields, id }
    this.accounts.set(id, row)
    return row
  }

  private async serve(req: IncomingMessage, res: ServerResponse) {
    const request = await readRequest(req)
    const wrong = violationsOf(req, request)
    this.violations.push(...wrong)
    const fault =
      request.path === "/v1/transfers" && request.method === "POST"
        ? this.script.shift()
        : undefined
    const answer = wrong.length
      ? refused("parameter_unknown", wrong.join("; "))
      : fault === "error"
        ? { status: 500, body: { error: { type: "api_error", message: "!" } } }
        : fault === "refuse"
          ? refused("balance_insufficient", "Insufficient funds")
          : this.replayed(request)
    if (fault === "lost") {
      req.socket.destroy()
      return
    }
    res.writeHead(answer.status, { "content-type": "application/json" })
    res.end(JSON.stringify(answer.body))
  }

  private replayed(request: Request): Answer {
    const params = JSON.stringify([request.path, request.params])
    const known = request.key && this.keys.get(request.key)
    if (known) {
      return known.params === params
        ? known.answer
        : refused(
            "idempotency_key_in_use",
            "Other parameters before",
            "idempotency_error"
          )
    }
    const answer = this.answer(request)
    if (request.key && request.method === "POST") {
      this.keys.set(request.key, { params, answer })
    }
    return answer
  }

  private answer({ method, path, params }: Request): Answer {
    const [, , resource = "", id = "", sub] = path.split("/")
    if (method === "GET" && resource === "accounts") {
      const row = this.accounts.get(id)
      return row && !this.revoked.has(id)
        ? { status: 200, body: row }
        : {
            status: 403,
            body: {
              error: { type: "invalid_request_error", message: "No access" },
            },
          }
    }
    if (method === "GET") {
      const data = [...this.transfers.values()].filter(
        ({ transfer_group }) => transfer_group === params.transfer_group
      )
      return { status: 200, body: { object: "list", data, has_more: false } }
    }
    if (sub === "reversals") {
      const row = this.transfers.get(id)
      if (!row || row.reversed) {
        return refused("transfer_reversed", "It is reversed already")
      }
      Object.assign(row, { reversed: true, amount_reversed: row.amount })
      return { status: 200, body: { id: this.id("trr"), transfer: id } }
    }
    return { status: 200, body: this.create(resource, params) }
  }

  private create(resource: string, params: Record<string, string>): unknown {
    if (resource === "account_links") {
      const url = `https://connect.stripe.com/setup/${params.account}/${this.id("l")}`
      return { object: "account_link", url, created: 0, expires_at: 0 }
    }
    if (resource === "accounts") {
      return this.change(this.id("acct"), {
        ...{ object: "account", type: params.type, country: params.country },
        ...{ details_submitted: false, payouts_enabled: false },
        capabilities: { transfers: "inactive" },
        requirements: {
          ...{ currently_due: ["external_account"], past_due: [] },
          disabled_reason: "requirements.past_due",
        },
      })
    }
    const { amount, currency, destination, transfer_group } = params
    const row = {
      id: this.id("tr"),
      ...{ object: "transfer", amount: Number(amount), currency, destination },
      ...{ transfer_group, reversed: false, amount_reversed: 0 },
      metadata: { payout_id: params["metadata[payout_id]"] },
    }
    this.transfers.set(row.id, row)
    return row
  }

  private id(prefix: string): string {
    return `${prefix}_${(this.counter += 1)}`
  }
}

/** Options of the provider that speaks to it. */
export function stripeOptions(port: number): StripePayoutOptions {
  return {
    ...{ apiKey, webhookSecrets: ["whsec_other", webhookSecret] },
    ...{ host: "127.0.0.1", port, protocol: "http" },
  }
}

async function readRequest(req: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of req) {
    chunks.push(chunk as Buffer)
  }
  const url = new URL(req.url ?? "", "http://stripe")
  const body = new URLSearchParams(Buffer.concat(chunks).toString())
  return {
    method: req.method ?? "",
    path: url.pathname,
    params: Object.fromEntries([...url.searchParams, ...body]),
    key: req.headers["idempotency-key"]?.toString(),
  }
}

function violationsOf(req: IncomingMessage, request: Request): string[] {
  const { method, path, params, key } = request
  const [, version, resource = "", , sub] = path.split("/")
  const name = method === "GET" ? "list" : (sub ?? resource)
  const allowed = contract[name]
  const top = new Set(Object.keys(params).map((k) => k.split("[")[0] ?? ""))
  const wrong: [boolean, string][] = [
    [version !== "v1" || !allowed, `no such endpoint ${method} ${path}`],
    [req.headers.authorization !== `Bearer ${apiKey}`, "not our key"],
    [!req.headers["stripe-version"], "no Stripe-Version"],
    [
      method === "POST" &&
        req.headers["content-type"] !== "application/x-www-form-urlencoded",
      "not form-encoded",
    ],
    [
      ["accounts", "transfers", "reversals"].includes(name) && !key,
      `${name} without Idempotency-Key`,
    ],
    [
      "amount" in params && !/^[1-9]\d*$/.test(params.amount ?? ""),
      "amount takes a positive integer",
    ],
    ...[...top]
      .filter((param) => !allowed?.all.has(param))
      .map((param): [boolean, string] => [true, `unknown parameter ${param}`]),
    ...[...(allowed?.required ?? [])]
      .filter((param) => !top.has(param))
      .map((param): [boolean, string] => [true, `missing parameter ${param}`]),
  ]
  return wrong.flatMap(([is, what]) => (is ? [what] : []))
}

function refused(
  code: string,
  message: string,
  type = "invalid_request_error"
): Answer {
  return { status: 400, body: { error: { type, code, message } } }
}
