/** What the payment service knows of one payment; amounts in thousandths of the major unit. */
export type AcquirerPayment = {
  id: string
  session_id: string
  currency: string
  amount: number
  status:
    | "created"
    | "pending"
    | "requires_more"
    | "authorized"
    | "captured"
    | "canceled"
  refunded: number
}

export const operations = [
  "create",
  "update",
  "delete",
  "status",
  "authorize",
  "capture",
  "refund",
  "cancel",
] as const
export type Operation = (typeof operations)[number]

/** One request as it arrived, in order. `amount` in major units. */
export type AcquirerCall = {
  op: Operation
  payment: string
  key: string | undefined
  amount: number | undefined
  outcome: "done" | "replayed" | "refused" | "error" | "lost"
}

/** A definite answer other than success. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string
  ) {
    super(message)
  }
}

const THOUSANDTHS = 1000
export const toThousandths = (amount: unknown) =>
  Math.round(Number(amount) * THOUSANDTHS)
export const toMajor = (thousandths: number) => thousandths / THOUSANDTHS

type Effect = (
  payment: AcquirerPayment,
  body: { amount?: unknown; status?: AcquirerPayment["status"] }
) => void

/** What each operation does to a payment, as strictly as a real service. */
export const effects: Record<Exclude<Operation, "create">, Effect> = {
  status: () => undefined,
  update: (payment, { amount }) => {
    payment.amount = toThousandths(amount)
  },
  delete: (payment) => {
    payment.status = "canceled"
  },
  authorize: (payment, { status }) => {
    if (payment.status === "canceled") {
      throw new Refusal(400, "The payment is canceled")
    }
    if (!["authorized", "captured"].includes(payment.status)) {
      payment.status = status ?? "authorized"
    }
  },
  capture: (payment) => {
    if (payment.status !== "authorized") {
      throw new Refusal(
        400,
        `Cannot capture a payment that is ${payment.status}`
      )
    }
    payment.status = "captured"
  },
  refund: (payment, { amount }) => {
    const refunded = payment.refunded + toThousandths(amount)
    if (payment.status !== "captured" || refunded > payment.amount) {
      throw new Refusal(400, "More than was captured and not yet refunded")
    }
    payment.refunded = refunded
  },
  cancel: (payment) => {
    if (payment.status === "captured") {
      throw new Refusal(400, "Cannot cancel a captured payment")
    }
    payment.status = "canceled"
  },
}
