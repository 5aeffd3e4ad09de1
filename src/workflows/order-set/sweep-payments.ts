import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  Modules,
  OrderStatus,
} from "@medusajs/framework/utils"
import {
  capturePaymentWorkflow,
  createOrderCreditLinesWorkflow,
  refundPaymentWorkflow,
} from "@medusajs/medusa/core-flows"
import { toMinorUnits } from "../../money/minor-units"
import { minorDigits } from "../../money/scale"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"
import { registerHealthCheck } from "../sweeper/health-checks"
import { mendEach } from "../sweeper/mend-each"
import { registerSweeper } from "../sweeper/registry"
import { settleOrderSetWorkflow } from "./settle-order-set"
import {
  countUnansweredRefunds,
  listOwedRefunds,
  listUnbooked,
  listUnevenSets,
  listUnfinishedCancels,
  listUnsettledSets,
  type OwedRefund,
  type UnbookedRow,
} from "./unsettled-payments"

registerSweeper({
  name: "order-set-captures",
  sweep: async (container) => {
    const { capture } =
      container.resolve<OrderSetModuleService>(ORDER_SET_MODULE).options
    return await mendEach(
      container,
      await listUnsettledSets(container, capture),
      async ({ id }) => {
        await settleOrderSetWorkflow(container).run({ input: { id } })
        return true
      }
    )
  },
})

// Medusa logs and forgets when cancelling a payment fails. Doing it again is
// harmless: the provider finishes what is left, by the same keys.
registerSweeper({
  name: "order-set-cancels",
  sweep: async (container) =>
    await mendEach(
      container,
      await listUnfinishedCancels(container),
      async ({ id }) => {
        await container.resolve(Modules.PAYMENT).cancelPayment(id)
        return true
      }
    ),
})

registerSweeper({
  name: "order-set-refunds",
  sweep: async (container) =>
    await mendEach(container, await listOwedRefunds(container), (owed) =>
      refundOwed(container, owed)
    ),
})

registerSweeper({
  name: "order-set-unbooked-payments",
  sweep: async (container) =>
    await mendEach(container, await listUnbooked(container), (row) =>
      book(container, row)
    ),
})

registerHealthCheck({
  name: "refunds-without-an-answer",
  count: countUnansweredRefunds,
})

registerHealthCheck({
  name: "shares-differ-from-payment",
  count: async (container) => {
    const uneven = await listUnevenSets(container)
    return uneven.filter(({ shares, paid, currency_code }) => {
      const digits = minorDigits(currency_code)
      return toMinorUnits(shares, digits) !== toMinorUnits(paid, digits)
    }).length
  },
})

/** Medusa books the refund of a cancelled order even when it failed: book what is missing only. */
async function refundOwed(
  container: MedusaContainer,
  { id, order_id, amount }: OwedRefund
): Promise<boolean> {
  const payment = await container
    .resolve(Modules.PAYMENT)
    .refundPayment({ payment_id: id, amount })
  const orders = container.resolve(Modules.ORDER)
  const booked = await orders.listOrderTransactions({ order_id })
  const left = MathBN.sum(0, ...booked.map((one) => one.amount))
  if (MathBN.gt(left, 0)) {
    await orders.addOrderTransactions({
      order_id,
      amount: MathBN.mult(left, -1),
      currency_code: payment.currency_code,
      reference: "refund",
      reference_id: payment.refunds?.at(-1)?.id ?? id,
    })
  }
  return true
}

/**
 * Books what is known to be done; what is not is done again, which by the split
 * provider's rows and keys moves no money twice.
 */
async function book(
  container: MedusaContainer,
  row: UnbookedRow
): Promise<boolean> {
  if (row.confirmed) {
    await bookConfirmed(container, row)
    return true
  }
  const { id, payment_id, amount } = row
  // Medusa leaves these two out of its types.
  const payments = container.resolve<{
    deleteCaptures(ids: string[]): Promise<void>
    deleteRefunds(ids: string[]): Promise<void>
  }>(Modules.PAYMENT)
  const input = { payment_id, amount }
  if (row.kind === "refund") {
    await payments.deleteRefunds([id])
    await refundPaymentWorkflow(container).run({ input })
  } else {
    await payments.deleteCaptures([id])
    await capturePaymentWorkflow(container).run({ input })
  }
  return true
}

/** The order's transaction and, for a refund of what was not owed, its credit line, as Medusa's workflows write them. */
async function bookConfirmed(
  container: MedusaContainer,
  { kind, id, order_id, amount, currency_code }: UnbookedRow
): Promise<void> {
  await container.resolve(Modules.ORDER).addOrderTransactions({
    order_id,
    amount: kind === "capture" ? amount : MathBN.mult(amount, -1),
    currency_code,
    reference: kind,
    reference_id: id,
  })
  if (kind === "capture") {
    return
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "status", "summary", "total"],
    filters: { id: order_id },
  })
  const owed = data[0]?.summary?.pending_difference ?? 0
  if (data[0]?.status !== OrderStatus.CANCELED && MathBN.gt(owed, 0)) {
    await createOrderCreditLinesWorkflow(container).run({
      input: {
        id: order_id,
        credit_lines: [
          {
            amount: MathBN.min(owed, amount),
            reference: "refund",
            reference_id: id,
          },
        ],
      },
    })
  }
}
