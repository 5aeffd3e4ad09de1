import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { accountTypes, postingKinds } from "../types"

/** What the platform pays of an order: credit, and goods that its promotions made free. */
export class Migration20261125150000 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [
      `alter table ledger_account drop constraint if exists ledger_account_type_check`,
      `alter table ledger_account add constraint ledger_account_type_check
        check (type in (${oneOf(accountTypes)}))`,
      `alter table ledger_transaction drop constraint if exists ledger_transaction_kind_check`,
      `alter table ledger_transaction add constraint ledger_transaction_kind_check
        check (kind in (${oneOf(postingKinds)}))`,
      earningsFollow("t.kind in ('capture', 'credit')"),
    ]) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    this.addSql(earningsFollow("t.kind = 'capture'"))
  }
}

const oneOf = (values: readonly string[]) =>
  values.map((value) => `'${value}'`).join(", ")

/** An order that nobody's money paid is paid when its credit is posted. */
const earningsFollow = (paid: string) => `
  create or replace function earnings_follow_entries() returns trigger language plpgsql as $$
  begin
    insert into order_earnings as o (order_id, seller_id, currency_code, pending, captured_at)
    select t.order_id, a.owner_id, a.currency_code, sum(e.amount),
      max(t.occurred_at) filter (where ${paid})
    from fresh e
    join ledger_account a on a.id = e.account_id
      and a.owner_type = 'seller' and a.type = 'pending'
    join ledger_transaction t on t.id = e.transaction_id
    where t.order_id is not null
    group by t.order_id, a.owner_id, a.currency_code
    order by t.order_id
    on conflict (order_id) do update
    set pending = o.pending + excluded.pending, updated_at = now(),
      captured_at = greatest(o.captured_at, excluded.captured_at);
    return null;
  end $$`
