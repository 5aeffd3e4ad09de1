import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Statements about the books that must always hold, as views of the rows that
 * break them: `subject` is an id, `detail` says what is wrong.
 */
export class Migration20261125120001 extends Migration {
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
  payout_invariant_01_unbalanced: `
    select t.id as subject, format('%s legs sum to %s', count(e.id), sum(e.amount)) as detail
    from ledger_transaction t left join ledger_entry e on e.transaction_id = t.id
    group by t.id
    having count(e.id) < 2 or sum(e.amount) <> 0`,
  payout_invariant_02_currency_not_zero: `
    select currency_code as subject, format('balances sum to %s', sum(balance)) as detail
    from ledger_account group by currency_code having sum(balance) <> 0`,
  payout_invariant_03_balance_not_entries: `
    select a.id as subject,
      format('balance %s, entries %s', a.balance, coalesce(sum(e.amount), 0)) as detail
    from ledger_account a left join ledger_entry e on e.account_id = a.id
    group by a.id having a.balance <> coalesce(sum(e.amount), 0)
      or a.version <> count(e.id)`,
  payout_invariant_04_chain_broken: `
    select id as subject, format('entry %s of account %s', account_version, account_id) as detail
    from (
      select id, account_id, account_version, amount, balance_after,
        lag(balance_after, 1, 0) over chain as before,
        lag(account_version, 1, 0) over chain as previous
      from ledger_entry
      window chain as (partition by account_id order by account_version)
    ) e
    where balance_after <> before + amount or account_version <> previous + 1`,
  payout_invariant_05_items_not_zero: `
    select p.id as subject, format('%s items sum to %s', count(i.entry_id), sum(i.amount)) as detail
    from payout p left join payout_item i on i.payout_id = p.id
    group by p.id having count(i.entry_id) < 2 or sum(i.amount) <> 0`,
  payout_invariant_06_amount_not_reserved: `
    select p.id as subject, format('amount %s, reserved %s', p.amount, r.amount) as detail
    from payout p left join (
      select t.reference_id, -e.amount as amount
      from ledger_transaction t
      join ledger_entry e on e.transaction_id = t.id
      join ledger_account a on a.id = e.account_id and a.type = 'available'
      where t.reference_type = 'payout' and t.kind = 'payout_reserve'
    ) r on r.reference_id = p.id
    where r.amount is distinct from p.amount`,
  payout_invariant_07_available_not_unsettled: `
    select a.id as subject,
      format('balance %s, unsettled entries %s', a.balance, coalesce(sum(e.amount), 0)) as detail
    from ledger_account a
    left join ledger_entry e on e.account_id = a.id
      and not exists (select 1 from payout_item i where i.entry_id = e.id)
    where a.type = 'available'
    group by a.id having a.balance <> coalesce(sum(e.amount), 0)`,
  payout_invariant_08_in_transit_not_open_payouts: `
    select coalesce(a.owner_id, p.seller_id) as subject,
      format('in transit %s, open payouts %s', a.balance, p.amount) as detail
    from (select owner_id, currency_code, balance from ledger_account
      where type = 'in_transit') a
    full join (
      select seller_id, currency_code, sum(amount) as amount from payout
      where status in ('reserved', 'submitting', 'unknown', 'submitted')
      group by seller_id, currency_code
    ) p on p.seller_id = a.owner_id and p.currency_code = a.currency_code
    where coalesce(a.balance, 0) <> coalesce(p.amount, 0)`,
  payout_invariant_09_status_contradicts_postings: `
    select coalesce(p.id, k.reference_id) as subject,
      format('status %s, postings %s', p.status, k.kinds) as detail
    from payout p
    full join (
      select reference_id, string_agg(kind, ',' order by kind) as kinds
      from ledger_transaction
      where reference_type = 'payout' and kind not in ('payout_carry_out', 'payout_carry_in')
      group by reference_id
    ) k on k.reference_id = p.id
    where p.id is null or k.kinds is distinct from case p.status
      when 'paid' then 'payout_paid,payout_reserve'
      when 'failed' then 'payout_failed,payout_reserve'
      when 'returned' then 'payout_paid,payout_reserve,payout_returned'
      else 'payout_reserve' end`,
  payout_invariant_12_reversed_not_charged: `
    select s.id as subject,
      format('commission %s, reversed %s; charged %s, refunded %s', s.commission,
        sum(r.commission_reversed), c.charged, sum(r.amount)) as detail
    from settlement_line s
    join refund_allocation r on r.order_id = s.order_id
      and r.line_type = s.line_type and r.line_id = s.line_id
    cross join lateral (select s.gross - s.discount_seller - s.discount_platform
      + s.tax as charged) c
    group by s.id, c.charged
    having sum(r.amount) > c.charged
      or sum(r.commission_reversed) > s.commission
      or sum(r.commission_tax_reversed) > s.commission_tax
      or (sum(r.amount) = c.charged and bool_and(r.policy = 'proportional')
        and (sum(r.commission_reversed), sum(r.commission_tax_reversed))
          is distinct from (s.commission, s.commission_tax))`,
  payout_invariant_14_unclear_for_a_day: `
    select id as subject, format('%s since %s', status, first_sent_at) as detail
    from payout
    where status in ('submitting', 'unknown')
      and first_sent_at < now() - interval '24 hours'`,
}
