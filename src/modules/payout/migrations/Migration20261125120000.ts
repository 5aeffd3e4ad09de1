import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What the tables themselves refuse, whoever writes: hand-written, because the
 * models can say neither unconditional unique indexes nor triggers.
 */
export class Migration20261125120000 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [
      ...uniques,
      ...references,
      ...checks,
      ...appendOnly,
      ...balanced,
      ...chained,
      ...settled,
      ...paid,
    ]) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    for (const name of [
      "payout_refuse_change",
      "ledger_check_transaction_legs",
      "ledger_check_entry",
      "ledger_check_account",
      "ledger_keep_account",
      "settlement_keep_line",
      "payout_keep",
    ]) {
      this.addSql(`drop function if exists ${name}() cascade`)
    }
  }
}

const uniques = [
  `create unique index ledger_account_owner on ledger_account (owner_type, owner_id, type, currency_code)`,
  `create unique index ledger_transaction_key on ledger_transaction (reference_type, reference_id, kind, part)`,
  `create unique index ledger_transaction_reverses on ledger_transaction (reverses_id)`,
  `create index ledger_transaction_order on ledger_transaction (order_id)`,
  `create unique index ledger_entry_chain on ledger_entry (account_id, account_version)`,
  `create index ledger_entry_transaction on ledger_entry (transaction_id)`,
  `create unique index settlement_line_line on settlement_line (order_id, line_type, line_id)`,
  `create index settlement_line_seller on settlement_line (seller_id)`,
  `create unique index refund_allocation_line on refund_allocation (refund_id, order_id, line_type, line_id)`,
  `create unique index payout_open on payout (seller_id, currency_code)
    where status in ('reserved', 'submitting', 'unknown', 'submitted')`,
  `create unique index payout_provider_ref on payout (provider_id, provider_ref)
    where provider_ref is not null`,
  `create unique index payout_key on payout (idempotency_key)`,
  `create index payout_swept on payout (seller_id, currency_code, through_version)`,
  `create index payout_due on payout (status, next_check_at)
    where status in ('reserved', 'submitting', 'unknown', 'submitted')`,
  `create index payout_item_payout on payout_item (payout_id)`,
  `create unique index payout_account_seller on payout_account (seller_id)`,
  `create index payout_account_provider on payout_account (provider_id, provider_account_id)`,
  `create unique index provider_event_event on provider_event (provider_id, event_id)`,
  `create index provider_event_waiting on provider_event (id) where processed_at is null`,
  `create unique index payout_outbox_key on payout_outbox (dedupe_key)`,
  `create index payout_outbox_waiting on payout_outbox (available_at) where done_at is null`,
  `create index refund_allocation_order on refund_allocation (order_id, line_type, line_id)`,
]

const references = [
  `alter table ledger_entry add foreign key (transaction_id) references ledger_transaction (id)`,
  `alter table ledger_entry add foreign key (account_id) references ledger_account (id)`,
  `alter table ledger_transaction add foreign key (reverses_id) references ledger_transaction (id)`,
  `alter table payout_item add foreign key (entry_id) references ledger_entry (id)`,
  `alter table payout_item add foreign key (payout_id) references payout (id)`,
  `alter table refund_allocation add foreign key (order_id, line_type, line_id) references settlement_line (order_id, line_type, line_id)`,
]

const checks = [
  `alter table ledger_entry add check (amount <> 0)`,
  `alter table ledger_entry add check (account_version > 0)`,
  `alter table refund_allocation add check (amount > 0)`,
  `alter table payout add check (amount > 0)`,
  `alter table ledger_adjustment add check (amount <> 0 and reason <> '')`,
  `alter table ledger_adjustment add constraint four_eyes check (
    status <> 'posted' or not four_eyes or decided_by <> created_by)`,
  `alter table settlement_line add check (
    least(gross, discount_seller, discount_platform, tax, commission, commission_tax) >= 0)`,
  `alter table settlement_line add check (
    net = gross - discount_seller - commission - commission_tax
      + case tax_remitter when 'seller' then tax else 0 end)`,
]

/** Rows that are never changed and never removed. */
const appendOnly = [
  `create function payout_refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% only grows: % refused', tg_table_name, lower(tg_op)
      using errcode = 'restrict_violation';
  end $$`,
  ...[
    "ledger_entry",
    "ledger_transaction",
    "refund_allocation",
    "payout_item",
  ].flatMap((table) => [
      `create trigger only_grows before update or delete on ${table}
        for each row execute function payout_refuse_change()`,
      `create trigger only_grows_whole before truncate on ${table}
        for each statement execute function payout_refuse_change()`,
  ]),
]

/** At commit: legs sum to zero, in the transaction's currency, and are two at least. */
const balanced = [
  `create function ledger_check_transaction_legs() returns trigger language plpgsql as $$
  declare
    transaction text := case tg_table_name
      when 'ledger_entry' then to_jsonb(new) ->> 'transaction_id'
      else to_jsonb(new) ->> 'id' end;
    legs int;
    total numeric;
    strangers int;
  begin
    select count(e.id), coalesce(sum(e.amount), 0),
      count(*) filter (where a.currency_code <> t.currency_code)
    into legs, total, strangers
    from ledger_transaction t
    left join ledger_entry e on e.transaction_id = t.id
    left join ledger_account a on a.id = e.account_id
    where t.id = transaction;
    if legs < 2 or total <> 0 then
      raise exception 'ledger transaction % does not balance: % legs sum to %', transaction, legs, total
        using errcode = 'check_violation';
    end if;
    if strangers > 0 then
      raise exception 'ledger transaction % mixes currencies', transaction
        using errcode = 'check_violation';
    end if;
    return null;
  end $$`,
  ...["ledger_entry", "ledger_transaction"].map(
    (table) => `create constraint trigger balances after insert on ${table}
      deferrable initially deferred
      for each row execute function ledger_check_transaction_legs()`
  ),
]

/** At commit: entries continue the one before, and an account stands at its last entry. */
const chained = [
  `create function ledger_check_entry() returns trigger language plpgsql as $$
  declare
    before numeric;
    latest bigint;
  begin
    select balance_after into before from ledger_entry
    where account_id = new.account_id and account_version = new.account_version - 1;
    if (not found and new.account_version <> 1)
      or coalesce(before, 0) + new.amount <> new.balance_after then
      raise exception 'ledger entry % does not continue account %', new.id, new.account_id
        using errcode = 'check_violation';
    end if;
    select version into latest from ledger_account where id = new.account_id;
    if latest < new.account_version then
      raise exception 'ledger account % does not know its entry %', new.account_id, new.id
        using errcode = 'check_violation';
    end if;
    return null;
  end $$`,
  `create constraint trigger continues after insert on ledger_entry
    deferrable initially deferred
    for each row execute function ledger_check_entry()`,
  `create function ledger_check_account() returns trigger language plpgsql as $$
  declare
    account record;
    entry record;
  begin
    select balance, version into account from ledger_account where id = new.id;
    select balance_after, account_version into entry from ledger_entry
    where account_id = new.id order by account_version desc limit 1;
    if account.balance <> coalesce(entry.balance_after, 0)
      or account.version <> coalesce(entry.account_version, 0) then
      raise exception 'balance of ledger account % is not its last entry''s', new.id
        using errcode = 'check_violation';
    end if;
    return null;
  end $$`,
  `create constraint trigger stands_at_last_entry after insert or update on ledger_account
    deferrable initially deferred
    for each row execute function ledger_check_account()`,
  `create function ledger_keep_account() returns trigger language plpgsql as $$
  begin
    if (new.id, new.owner_type, new.owner_id, new.type, new.currency_code, new.scale)
      is distinct from (old.id, old.owner_type, old.owner_id, old.type, old.currency_code, old.scale) then
      raise exception 'ledger account % keeps its owner, type, currency and scale', old.id
        using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger keeps_identity before update on ledger_account
    for each row execute function ledger_keep_account()`,
  `create trigger stays before delete on ledger_account
    for each row execute function payout_refuse_change()`,
  `create trigger stays_whole before truncate on ledger_account
    for each statement execute function payout_refuse_change()`,
]

/** Frozen lines never change; they go only with an order that never had money. */
const settled = [
  `create function settlement_keep_line() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from ledger_transaction where order_id = old.order_id) then
      raise exception 'settlement line % stays: money of order % is in the books', old.id, old.order_id
        using errcode = 'restrict_violation';
    end if;
    return old;
  end $$`,
  `create trigger stays before delete on settlement_line
    for each row execute function settlement_keep_line()`,
  `create trigger frozen before update on settlement_line
    for each row execute function payout_refuse_change()`,
  `create trigger stays_whole before truncate on settlement_line
    for each statement execute function payout_refuse_change()`,
]

/** A payout keeps what it is, and goes from status to status by the table only. */
const paid = [
  `create function payout_keep() returns trigger language plpgsql as $$
  begin
    if (new.id, new.seller_id, new.currency_code, new.scale, new.amount, new.provider_id, new.idempotency_key)
      is distinct from (old.id, old.seller_id, old.currency_code, old.scale, old.amount, old.provider_id, old.idempotency_key) then
      raise exception 'payout % keeps its seller, amount, provider and key', old.id
        using errcode = 'restrict_violation';
    end if;
    if new.status <> old.status and not (old.status || '>' || new.status = any (array[
      'reserved>submitting', 'reserved>failed', 'submitting>submitted',
      'submitting>unknown', 'submitting>paid', 'submitting>failed',
      'unknown>submitting', 'unknown>submitted', 'unknown>paid',
      'unknown>failed', 'submitted>paid', 'submitted>failed', 'paid>returned'])) then
      raise exception 'payout % cannot go from % to %', old.id, old.status, new.status
        using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  `create trigger keeps before update on payout
    for each row execute function payout_keep()`,
  `create trigger stays before delete on payout
    for each row execute function payout_refuse_change()`,
  `create trigger stays_whole before truncate on payout
    for each statement execute function payout_refuse_change()`,
]
