import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import { refundedOf } from "../../modules/payout/ledger/record-credit"
import type { PayoutModuleService } from "../../modules/payout/service"
import { selectMoney } from "./money-sql"
import { dueBack } from "./order-changes"
import { settleChanges } from "./settle-changes"

const PAGE = 200

/** Rounding may make goods that are kept look returned. */
const ROUNDING = 2

/**
 * Orders that credit paid a part of, of which goods came back, or were taken off,
 * worth more than all refunds so far, while no money of them is left to refund.
 */
const candidatesSql = (scope: string) => `
  select so.order_id
  from order_set s
  join order_set_order so on so.order_set_id = s.id and so.deleted_at is null
  join "order" o on o.id = so.order_id and o.status <> 'canceled'
  join ledger_transaction used on used.kind = 'credit' and used.reference_type = 'order'
    and used.reference_id = so.order_id
  cross join lateral (
    select coalesce(sum(t.amount), 0) as money from order_transaction t
    where t.order_id = so.order_id and t.deleted_at is null
      and t.reference in ('capture', 'refund')
  ) paid
  cross join lateral (
    select coalesce(sum(-e.amount), 0) as credit from ledger_transaction t
    join ledger_entry e on e.transaction_id = t.id
    join ledger_account a on a.id = e.account_id and a.type = 'credit'
    where t.order_id = so.order_id
  ) left_of
  cross join lateral (
    select coalesce(sum((l.gross - l.discount_seller - l.discount_platform + l.tax)
      * (1 - least(1, kept.quantity / sold.quantity))), 0) as worth
    from settlement_line l
    join order_item sold on sold.order_id = l.order_id and sold.version = 1
      and sold.item_id = l.line_id and sold.quantity > 0
    cross join lateral (
      select coalesce(sum(i.quantity - i.return_received_quantity
        - i.return_dismissed_quantity), 0) as quantity
      from order_item i where i.order_id = o.id and i.version = o.version
        and i.item_id = l.line_id and i.deleted_at is null
    ) kept
    where l.order_id = so.order_id and l.line_type = 'item'
  ) returned
  cross join lateral (
    select coalesce(sum(r.amount), 0) as refunded from refund_allocation r
    where r.order_id = so.order_id
  ) given
  where s.status = 'placed' and s.deleted_at is null ${scope}
    and paid.money <= 0 and left_of.credit > 0
    and returned.worth > given.refunded + ${ROUNDING}
  order by so.order_id limit ${PAGE}`

/** @param orderSetId - Only this set's; without it all. */
export async function listReturnedCredit(
  container: MedusaContainer,
  { orderSetId }: { orderSetId?: string } = {}
): Promise<{ order_id: string }[]> {
  const scope = orderSetId ? "and s.id = :order_set_id" : ""
  return await selectMoney(container, candidatesSql(scope), {
    order_set_id: orderSetId ?? null,
  })
}

/** @returns whether anything went back to the platform. */
export async function returnCredit(
  container: MedusaContainer,
  { order_id }: { order_id: string }
): Promise<boolean> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const { order, settled } = await settleChanges(container, order_id)
  const posted = await payout.recordCreditReturned({
    order_id,
    reason: "returned",
    due: dueBack(order, settled.lines, "received"),
    refunded: refundedOf(settled.lines),
  })
  return posted?.posted ?? false
}
