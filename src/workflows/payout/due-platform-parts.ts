import { minorUnits } from "./money-sql"

/** An order of a placed set, with what its lines come to. */
const placedOrder = `order_set s
  join order_set_order so on so.order_set_id = s.id and so.deleted_at is null
  join "order" o on o.id = so.order_id`

const columns = (of: {
  rank: number
  kind: "credit" | "credit_returned"
  amount: string
  occurred_at: string
}) => `${of.rank} as rank, '${of.kind}' as kind, so.order_id as id, s.id as order_set_id,
  so.order_id, '' as provider_id, s.currency_code, (${of.amount})::text as amount,
  ${of.occurred_at} as occurred_at, false as is_extra`

/** A line that its buyer did not have to pay, because the platform did. */
const freeLine = `exists (select 1 from settlement_line f
  where f.order_id = so.order_id and f.discount_platform > 0
    and f.gross - f.discount_seller - f.discount_platform + f.tax = 0)`

const posted = (condition: string) => `exists (
  select 1 from ledger_transaction x where x.order_id = so.order_id and ${condition})`

/**
 * What the platform pays of an order in its buyer's place: credit, once the
 * buyer's own part was captured, and the whole of an order that promotions made
 * free. An order without credit and with a share is none of these, whatever its
 * lines are.
 */
export function duePlatformParts(scope: string): string {
  const share = minorUnits("so.share", "s.currency_code")
  return `
  select ${columns({
    ...{ rank: 1, kind: "credit", amount: `l.charged - ${share}` },
    occurred_at: "coalesce(paid.at, o.created_at)",
  })}
  from ${placedOrder} and o.status <> 'canceled'
  cross join lateral (
    select sum(gross - discount_seller - discount_platform + tax) as charged,
      sum(discount_platform) as promotion
    from settlement_line
    where order_id = so.order_id and origin = 'placement'
  ) l
  left join lateral (
    select min(m.created_at) as at from capture m
    join order_transaction t on t.order_id = so.order_id and t.deleted_at is null
      and t.reference = 'capture' and t.reference_id = m.id
    where m.payment_id = so.payment_id and m.deleted_at is null
  ) paid on true
  where s.status = 'placed' and s.deleted_at is null ${scope}
    and (so.share = 0 or so.order_id in (select c.order_id from order_credit_line c
      where c.version = 1 and c.deleted_at is null))
    and (so.share = 0 or paid.at is not null)
    and (l.charged > ${share} or (l.charged = 0 and l.promotion > 0))
    and not ${posted("x.kind = 'credit'")}`
}

/** What the platform paid of an order that was cancelled since. */
export function duePlatformPartsBack(scope: string): string {
  return `
  select ${columns({
    ...{ rank: 4, kind: "credit_returned", amount: "0" },
    occurred_at: "coalesce(o.canceled_at, o.updated_at)",
  })}
  from ${placedOrder} and o.status = 'canceled'
  where s.status = 'placed' and s.deleted_at is null ${scope}
    and (exists (
        select 1 from ledger_transaction t
        join ledger_entry e on e.transaction_id = t.id
        join ledger_account a on a.id = e.account_id and a.type = 'credit'
        where t.order_id = so.order_id having sum(e.amount) < 0)
      or (${freeLine} and ${posted("x.kind in ('capture', 'credit')")}))
    and not ${posted("x.kind = 'credit_returned' and x.part = 'canceled'")}`
}
