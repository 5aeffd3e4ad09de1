import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import type { AddressInfo } from "node:net"
import { minorDigits } from "../../src/money/scale"
import {
  effects,
  Refusal,
  toMajor,
  toThousandths,
  type AcquirerCall,
  type AcquirerPayment,
  type Operation,
} from "./ledger"

/**
 * How one coming request is answered: `refuse` 402 and `error` 500 do nothing,
 * `lost` does it and drops the connection, `hang` waits for `release()` first,
 * `stall` does it and then waits; the others are the status that authorisation
 * ends in.
 */
export type Behaviour =
  | "refuse"
  | "error"
  | "lost"
  | "hang"
  | "stall"
  | "pending"
  | "requires_more"
  | "captured"

const statuses: Behaviour[] = ["pending", "requires_more", "captured"]

type Expected = {
  op: Operation
  behaviour: Behaviour
  /** Only a request about this payment. */
  payment?: string
}

type Request = {
  op: Operation
  id: string
  key: string | undefined
  body: Record<string, unknown>
}

/**
 * A payment service for tests: keeps payments, records every call with its
 * idempotency key, and misbehaves on demand. Apps find it by `ACQUIRER_URL`.
 */
export class Acquirer {
  readonly payments = new Map<string, AcquirerPayment>()
  readonly calls: AcquirerCall[] = []
  private readonly script: Expected[] = []
  private readonly answers = new Map<string, { about: string; body: unknown }>()
  private waiting: ((lost: boolean) => void)[] = []
  private kept: [string, AcquirerPayment][] = []
  private readonly server = createServer((req, res) => {
    void this.answer(req, res)
  })

  /** Starts on a free port and tells it to apps of this process by `ACQUIRER_URL`. */
  async start(): Promise<this> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done))
    process.env.ACQUIRER_URL = this.url
    return this
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }

  async stop(): Promise<void> {
    this.release()
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  /** Lets the next request of this kind meet that behaviour; calls queue up. */
  next(op: Operation, behaviour: Behaviour, payment?: string): void {
    this.script.push({ op, behaviour, payment })
  }

  /** Lets the requests that hang go on; `lost`: as if they had never arrived. */
  release(lost = false): void {
    this.waiting.forEach((go) => go(lost))
    this.waiting = []
  }

  /** How many requests hang now. */
  get hanging(): number {
    return this.waiting.length
  }

  /** Remembers the payments, for `restore` beside a database that is restored too. */
  snapshot(): void {
    this.kept = structuredClone([...this.payments.entries()])
  }

  /** Back to the snapshot; calls, keys and the script are forgotten. */
  restore(): void {
    this.release()
    this.payments.clear()
    structuredClone(this.kept).forEach(([id, one]) =>
      this.payments.set(id, one)
    )
    this.answers.clear()
    this.calls.length = 0
    this.script.length = 0
  }

  /** Money calls since `from`: neither look-ups nor sessions. */
  moneyCalls(from = 0): AcquirerCall[] {
    return this.calls
      .slice(from)
      .filter(({ op }) => ["capture", "refund", "cancel"].includes(op))
  }

  /** Captured less refunded of one payment, in major units. */
  balance(id: string): number {
    const payment = this.find(id)
    const captured = payment.status === "captured" ? payment.amount : 0
    return toMajor(captured - payment.refunded)
  }

  /** Captures as a payment service does by itself: no call, only a webhook tells. */
  captureOutside(id: string): AcquirerPayment {
    const payment = this.find(id)
    payment.status = "captured"
    return payment
  }

  find(id: string): AcquirerPayment {
    const payment = this.payments.get(id)
    if (!payment) {
      throw new Refusal(404, `No payment ${id}`)
    }
    return payment
  }

  private async answer(req: IncomingMessage, res: ServerResponse) {
    const request = await read(req)
    const at = this.script.findIndex(
      ({ op, payment }) =>
        op === request.op && (!payment || payment === request.id)
    )
    const [entry] = at < 0 ? [] : this.script.splice(at, 1)
    const behaviour = entry?.behaviour
    const call: AcquirerCall = {
      op: request.op,
      payment: request.id,
      key: request.key,
      amount:
        request.body.amount === undefined
          ? undefined
          : Number(request.body.amount),
      outcome: "done",
    }
    this.calls.push(call)
    try {
      if (behaviour === "hang" && (await this.wait())) {
        throw new Error("The request was lost")
      }
      const body = this.perform(request, call, behaviour)
      if (behaviour === "stall") {
        await this.wait()
      }
      if (behaviour === "lost") {
        call.outcome = "lost"
        req.socket.destroy()
        return
      }
      send(res, 200, body)
    } catch (error) {
      const status = error instanceof Refusal ? error.status : 500
      call.outcome = status >= 500 ? "error" : "refused"
      send(res, status, { message: String((error as Error).message) })
    }
  }

  private wait(): Promise<boolean> {
    return new Promise((go) => this.waiting.push(go))
  }

  private perform(
    { op, id, key, body }: Request,
    call: AcquirerCall,
    behaviour: Behaviour | undefined
  ): unknown {
    if (behaviour === "refuse") {
      throw new Refusal(402, `The ${op} was refused`)
    }
    if (behaviour === "error") {
      throw new Error(`The ${op} broke`)
    }
    const about = JSON.stringify([op, id, body])
    const known = key ? this.answers.get(`${op}:${key}`) : undefined
    if (known && known.about !== about) {
      throw new Refusal(400, `Key ${key} was used for another request`)
    }
    // A payment that waits for the buyer may be authorised again with its key.
    if (known && op !== "authorize") {
      call.outcome = "replayed"
      return known.body
    }
    const payment = op === "create" ? this.create(body) : this.find(id)
    call.payment = payment.id
    if (op !== "create") {
      const status = statuses.find((one) => one === behaviour)
      effects[op](payment, {
        ...body,
        status: status as AcquirerPayment["status"] | undefined,
      })
    }
    const result = { ...payment, amount: toMajor(payment.amount) }
    if (key) {
      this.answers.set(`${op}:${key}`, { about, body: result })
    }
    return result
  }

  private create(body: Record<string, unknown>): AcquirerPayment {
    const currency = String(body.currency)
    const unit = 10 ** minorDigits(currency)
    const payment: AcquirerPayment = {
      id: `acq_${this.payments.size + 1}`,
      session_id: String(body.session_id),
      currency,
      // As payment services do: to the currency's smallest unit, half up.
      amount: toThousandths(Math.round(Number(body.amount) * unit) / unit),
      status: "created",
      refunded: 0,
    }
    this.payments.set(payment.id, payment)
    return payment
  }
}

/** `POST /<operation>/<payment id>` with the key in `idempotency-key`. */
async function read(req: IncomingMessage): Promise<Request> {
  let text = ""
  for await (const chunk of req) {
    text += String(chunk)
  }
  const [, op, id] = (req.url ?? "").split("/")
  return {
    op: op as Operation,
    id: id ?? "",
    key: req.headers["idempotency-key"]?.toString(),
    body: text ? JSON.parse(text) : {},
  }
}

function send(res: ServerResponse, status: number, body: unknown) {
  res.writeHead(status, { "content-type": "application/json" })
  res.end(JSON.stringify(body))
}
