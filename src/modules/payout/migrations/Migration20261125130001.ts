import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What must hold about releases, reserves, disputes and statements, as views of the rows that break it. */
export class Migration20261125130001 extends Migration {
  override async up(): Promise<void> {
    for (const [name, query] of Object.entries(views)) {
      this.addSql(`create view ${name} as ${query}`)
    }
  }

  override async down(): Promise<void> {
    for (const name of Object.keys(views)) {
      this.addSql(`drop view if exists ${name}`)
    }
  }
}

const views = {
  payout_invariant_16_pending_not_orders: `
    select coalesce(o.order_id, e.order_id) as subject,
      format('order has %s pending, entries say %s', o.pending, e.pending) as detail
    from order_earnings o
    full join (
      select t.order_id, sum(e.amount) as pending
      from ledger_entry e
      join ledger_account a on a.id = e.account_id
        and a.owner_type = 'seller' and a.type = 'pending'
      join ledger_transaction t on t.id = e.transaction_id
      where t.order_id is not null
      group by t.order_id
    ) e on e.order_id = o.order_id
    where o.pending is distinct from e.pending`,
  payout_invariant_17_reserve_contradicts_postings: `
    select coalesce(r.id, t.reference_id) as subject,
      format('reserve of %s freed %s, postings %s', r.amount, r.freed_at, t.kinds) as detail
    from earnings_reserve r
    full join (
      select t.reference_id, t.part, string_agg(t.kind, ',' order by t.kind) as kinds,
        max(e.amount) filter (where t.kind = 'reserve_hold') as held
      from ledger_transaction t
      join ledger_entry e on e.transaction_id = t.id
      join ledger_account a on a.id = e.account_id and a.type = 'reserved'
      where t.reference_type = 'order' and t.kind in ('reserve_hold', 'reserve_free')
      group by t.reference_id, t.part
    ) t on t.reference_id = r.order_id and t.part = r.part
    where r.amount is distinct from t.held or t.kinds is distinct from case
      when r.freed_at is null then 'reserve_hold' else 'reserve_free,reserve_hold' end`,
  payout_invariant_18_dispute_contradicts_postings: `
    select d.id as subject, format('status %s, fee %s, postings %s', d.status, d.fee, t.kinds) as detail
    from dispute d
    left join (
      select reference_id, string_agg(kind, ',' order by kind) as kinds
      from ledger_transaction where reference_type = 'dispute' group by reference_id
    ) t on t.reference_id = d.id
    where t.kinds is distinct from concat_ws(',',
      case when d.fee > 0 then 'dispute_fee' end, 'dispute_opened',
      case when d.status = 'won' then 'dispute_won' end)`,
  payout_invariant_19_statement_not_ledger: `
    select s.number as subject,
      format('opening %s, lines %s, closing %s, ledger %s', s.opening, l.total, s.closing, b.closing) as detail
    from seller_statement s
    cross join lateral (
      select coalesce(sum((line ->> 'amount')::numeric), 0) as total
      from jsonb_array_elements(s.content -> 'lines') line
    ) l
    cross join lateral (
      select coalesce(sum(c.closing - c.opening), 0) as moved, sum(e.moved) as entries,
        bool_and(c.closing = e.closing and c.opening + e.moved = e.closing) as chained,
        sum(c.closing) as closing
      from statement_account c
      cross join lateral (
        select sum(amount) as moved,
          max(balance_after) filter (where account_version = c.through_version) as closing
        from ledger_entry where account_id = c.account_id
          and account_version > c.from_version and account_version <= c.through_version
      ) e
      where c.statement_id = s.id
    ) b
    where s.opening + l.total <> s.closing or b.moved <> l.total
      or b.entries is distinct from l.total or b.chained is not true`,
}
