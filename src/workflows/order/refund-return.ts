import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { REQUEST_MODULE } from "../../modules/request"
import type { RequestModuleService } from "../../modules/request/service"
import { withLocks } from "../locking/hold-locks"

export type RefundReturnInput = { order_id: string; return_id: string }

type Amount = Parameters<typeof MathBN.convert>[0]

type OrderMoney = {
  id: string
  summary?: { pending_difference?: Amount } | null
  transactions?: { amount: Amount; reference: string | null }[]
  payment_collections?: {
    payments?: {
      id: string
      canceled_at: Date | string | null
      captures?: { amount: Amount }[]
      refunds?: { amount: Amount }[]
    }[]
  }[]
}

const refundStep = createStep(
  "refund-received-return",
  // no undo: money that went back stays with the buyer
  async ({ order_id, return_id }: RefundReturnInput, { container }) => {
    if (!(await isRequested(container, { order_id, return_id }))) {
      return new StepResponse<{ payment_id: string; amount: number }[]>([])
    }
    const done = await withLocks(container, { keys: [order_id] }, async () => {
      const refunds = planRefunds(await readMoney(container, order_id))
      for (const refund of refunds) {
        await refundPaymentWorkflow(container).run({
          input: { ...refund, note: `Return ${return_id}` },
        })
      }
      return refunds
    })
    return new StepResponse(done)
  }
)

export const refundReturnWorkflowId = "refund-return"

/**
 * Gives the buyer back what is owed once the goods of an accepted return request
 * were received, on that order's own payment. What is owed is read from the
 * order, so a repeat finds nothing left and does nothing; a return that nobody
 * requested is left to whoever made it.
 *
 * @returns `{ payment_id, amount }[]`, major units.
 * @throws MedusaError NOT_ALLOWED while a refund of the order is not booked yet.
 */
export const refundReturnWorkflow = createWorkflow(
  refundReturnWorkflowId,
  (input: RefundReturnInput) => new WorkflowResponse(refundStep(input))
)

async function isRequested(
  container: MedusaContainer,
  { order_id, return_id }: RefundReturnInput
): Promise<boolean> {
  const requests = await container
    .resolve<RequestModuleService>(REQUEST_MODULE)
    .listRequests(
      { kind: "order_return", subject_id: order_id, status: "accepted" },
      { select: ["id", "result"] }
    )
  return requests.some(({ result }) => result?.id === return_id)
}

async function readMoney(
  container: MedusaContainer,
  id: string
): Promise<OrderMoney> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "summary.*",
        "transactions.amount",
        "transactions.reference",
        "payment_collections.payments.id",
        "payment_collections.payments.canceled_at",
        "payment_collections.payments.captures.amount",
        "payment_collections.payments.refunds.amount",
      ],
      filters: { id },
    })
  // The graph's rows are untyped at this edge; the fields above are asked for.
  return data[0]
}

const sum = (amounts: Amount[]) =>
  amounts.reduce<ReturnType<typeof MathBN.convert>>(
    (total, amount) => MathBN.add(total, amount),
    MathBN.convert(0)
  )

function planRefunds({
  id,
  summary,
  transactions = [],
  payment_collections = [],
}: OrderMoney): { payment_id: string; amount: number }[] {
  const payments = payment_collections
    .flatMap((collection) => collection.payments ?? [])
    .filter(({ canceled_at }) => !canceled_at)
  const refunded = sum(
    payments.flatMap(({ refunds = [] }) => refunds.map((row) => row.amount))
  )
  const booked = sum(
    transactions
      .filter(({ reference }) => reference === "refund")
      .map(({ amount }) => MathBN.mult(amount, -1))
  )
  if (MathBN.gt(refunded, booked)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `A refund of order ${id} is not booked on it yet`
    )
  }
  let owed = MathBN.mult(summary?.pending_difference ?? 0, -1)
  return payments.flatMap(({ id, captures = [], refunds = [] }) => {
    const left = MathBN.sub(
      sum(captures.map(({ amount }) => amount)),
      sum(refunds.map(({ amount }) => amount))
    )
    const amount = MathBN.min(owed, left)
    if (!MathBN.gt(amount, 0)) {
      return []
    }
    owed = MathBN.sub(owed, amount)
    return [{ payment_id: id, amount: amount.toNumber() }]
  })
}
