import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { accountTypes, postingKinds } from "../types"

/**
 * Release of earnings, disputes, decisions and monthly statements, with what
 * their tables refuse whoever writes.
 */
export class Migration20261125130000 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [
      ...closedSets,
      ...tables,
      ...clock,
      ...indexes,
      ...earnings,
      ...guards,
    ]) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    this.addSql("drop trigger if exists earnings_follow on ledger_entry")
    for (const name of [
      "statement_account",
      "seller_statement",
      "statement_series",
      "payout_decision",
      "dispute",
      "release_terms",
      "earnings_reserve",
      "order_earnings",
    ]) {
      this.addSql(`drop table if exists ${name} cascade`)
    }
    for (const name of [
      "earnings_follow_entries",
      "earnings_refuse_write",
      "reserve_keep",
      "dispute_keep",
      "statement_series_keep",
    ]) {
      this.addSql(`drop function if exists ${name}() cascade`)
    }
    this.addSql("alter table ledger_entry alter created_at set default now()")
    this.addSql("alter table ledger_adjustment drop column if exists kind")
  }
}

const oneOf = (values: readonly string[]) =>
  values.map((value) => `'${value}'`).join(", ")

const closedSets = [
  `alter table ledger_account drop constraint if exists ledger_account_type_check`,
  `alter table ledger_account add constraint ledger_account_type_check
    check (type in (${oneOf(accountTypes)}))`,
  `alter table ledger_transaction drop constraint if exists ledger_transaction_kind_check`,
  `alter table ledger_transaction add constraint ledger_transaction_kind_check
    check (kind in (${oneOf(postingKinds)}))`,
  `alter table ledger_adjustment add column kind text not null default 'adjustment'
    check (kind in ('adjustment', 'write_off'))`,
  `alter table ledger_adjustment add check (kind <> 'write_off' or amount > 0)`,
]

const times = `created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(), deleted_at timestamptz null`

const tables = [
  `create table order_earnings (
    order_id text primary key, seller_id text not null, currency_code text not null,
    pending numeric(38,0) not null, captured_at timestamptz null, ${times})`,
  `create table earnings_reserve (
    id text primary key, order_id text not null, part text not null,
    seller_id text not null, currency_code text not null,
    amount numeric(38,0) not null check (amount > 0),
    free_at timestamptz not null, freed_at timestamptz null, ${times})`,
  `create table release_terms (
    seller_id text primary key,
    release_on text null check (release_on in ('delivered', 'fulfilled', 'captured')),
    hold_days int null check (hold_days between 0 and 365),
    reserve_basis_points int null check (reserve_basis_points between 0 and 10000),
    reserve_days int null check (reserve_days between 0 and 365), ${times})`,
  `create table dispute (
    id text primary key, order_id text not null, seller_id text null,
    currency_code text not null, amount numeric(38,0) not null check (amount > 0),
    fee numeric(38,0) not null default 0 check (fee >= 0),
    status text not null default 'opened' check (status in ('opened', 'won', 'lost')),
    provider_id text not null, provider_ref text null,
    liability text not null check (liability in ('seller', 'platform', 'split')),
    reason text not null check (reason <> ''),
    created_by text not null check (created_by <> ''), fee_by text null,
    decided_by text null, decided_at timestamptz null, ${times},
    check ((status = 'opened') = (decided_by is null)),
    check ((fee = 0) = (fee_by is null)))`,
  `create table payout_decision (
    id text primary key, seller_id text not null,
    kind text not null check (kind in ('hold', 'end_hold', 'floor', 'release_terms')),
    reason text not null check (reason <> ''), details jsonb not null,
    created_by text not null check (created_by <> ''), ${times})`,
  `create table statement_series (
    year int primary key, last int not null check (last > 0))`,
  `create table seller_statement (
    id text primary key, number text not null unique, year int not null,
    sequence int not null, seller_id text not null, currency_code text not null,
    scale int not null, period text not null check (period ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
    opening numeric(38,0) not null, closing numeric(38,0) not null,
    content jsonb not null, previous_hash text null, hash text not null unique,
    created_by text null, ${times},
    unique (year, sequence), unique (seller_id, currency_code, period),
    check (number = year || '-' || lpad(sequence::text, 6, '0')))`,
  `create table statement_account (
    statement_id text not null references seller_statement (id),
    account_id text not null references ledger_account (id),
    from_version bigint not null, through_version bigint not null,
    opening numeric(38,0) not null, closing numeric(38,0) not null,
    primary key (account_id, through_version), unique (account_id, from_version),
    check (from_version >= 0 and through_version > from_version))`,
]

/** Taken under the account's lock, so that an account's entries are in order of time too. */
const clock = [
  `alter table ledger_entry alter column created_at set default statement_timestamp()`,
]

const indexes = [
  `create index order_earnings_waiting on order_earnings (order_id) where pending > 0`,
  `create index order_earnings_seller on order_earnings (seller_id, order_id) where pending > 0`,
  `create unique index earnings_reserve_release on earnings_reserve (order_id, part)`,
  `create index earnings_reserve_held on earnings_reserve (free_at) where freed_at is null`,
  `create index earnings_reserve_seller on earnings_reserve (seller_id) where freed_at is null`,
  `create unique index dispute_provider_ref on dispute (provider_id, provider_ref)
    where provider_ref is not null`,
  `create index dispute_order on dispute (order_id)`,
  `create index dispute_seller on dispute (seller_id, created_at)`,
  `create index dispute_created on dispute (created_at, id)`,
  `create index payout_decision_seller on payout_decision (seller_id, created_at)`,
  `create index statement_account_statement on statement_account (statement_id)`,
  `create index seller_statement_created on seller_statement (created_at, id)`,
  `create index ledger_adjustment_created on ledger_adjustment (created_at, id)`,
]

/** What an order still has pending follows the entries, and nothing else writes it. */
const earnings = [
  `create function earnings_follow_entries() returns trigger language plpgsql as $$
  begin
    insert into order_earnings as o (order_id, seller_id, currency_code, pending, captured_at)
    select t.order_id, a.owner_id, a.currency_code, sum(e.amount),
      max(t.occurred_at) filter (where t.kind = 'capture')
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
  end $$`,
  `create trigger earnings_follow after insert on ledger_entry
    referencing new table as fresh
    for each statement execute function earnings_follow_entries()`,
  `insert into order_earnings (order_id, seller_id, currency_code, pending, captured_at)
    select t.order_id, a.owner_id, a.currency_code, sum(e.amount),
      max(t.occurred_at) filter (where t.kind = 'capture')
    from ledger_entry e
    join ledger_account a on a.id = e.account_id
      and a.owner_type = 'seller' and a.type = 'pending'
    join ledger_transaction t on t.id = e.transaction_id
    where t.order_id is not null
    group by t.order_id, a.owner_id, a.currency_code`,
  `create function earnings_refuse_write() returns trigger language plpgsql as $$
  begin
    if pg_trigger_depth() < 2 then
      raise exception 'order_earnings follows the ledger: % refused', lower(tg_op)
        using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
  end $$`,
  `create trigger follows_ledger before insert or update or delete on order_earnings
    for each row execute function earnings_refuse_write()`,
  `create trigger follows_ledger_whole before truncate on order_earnings
    for each statement execute function payout_refuse_change()`,
]

const grows = (table: string) => [
  `create trigger only_grows before update or delete on ${table}
    for each row execute function payout_refuse_change()`,
  `create trigger only_grows_whole before truncate on ${table}
    for each statement execute function payout_refuse_change()`,
]

const stays = (table: string) => [
  `create trigger stays before delete on ${table}
    for each row execute function payout_refuse_change()`,
  `create trigger stays_whole before truncate on ${table}
    for each statement execute function payout_refuse_change()`,
]

const guards = [
  ...grows("payout_decision"),
  ...grows("seller_statement"),
  ...grows("statement_account"),
  ...stays("statement_series"),
  ...stays("earnings_reserve"),
  ...stays("dispute"),
  `create function reserve_keep() returns trigger language plpgsql as $$
  begin
    if old.freed_at is not null or new.freed_at is null
      or (new.id, new.order_id, new.part, new.seller_id, new.currency_code, new.amount, new.free_at)
        is distinct from (old.id, old.order_id, old.part, old.seller_id, old.currency_code, old.amount, old.free_at) then
      raise exception 'reserve % is freed once and keeps the rest', old.id
        using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger keeps before update on earnings_reserve
    for each row execute function reserve_keep()`,
  `create function dispute_keep() returns trigger language plpgsql as $$
  begin
    if (new.id, new.order_id, new.seller_id, new.currency_code, new.amount, new.provider_id, new.provider_ref, new.liability, new.reason, new.created_by)
      is distinct from (old.id, old.order_id, old.seller_id, old.currency_code, old.amount, old.provider_id, old.provider_ref, old.liability, old.reason, old.created_by)
      or (old.fee <> 0 and (new.fee, new.fee_by) is distinct from (old.fee, old.fee_by)) then
      raise exception 'dispute % keeps its order, amounts and names', old.id
        using errcode = 'restrict_violation';
    end if;
    if old.status <> 'opened' and (new.status, new.decided_by) is distinct from (old.status, old.decided_by) then
      raise exception 'dispute % is % for good', old.id, old.status
        using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  `create trigger keeps before update on dispute
    for each row execute function dispute_keep()`,
  `create function statement_series_keep() returns trigger language plpgsql as $$
  begin
    if new.year <> old.year or new.last <> old.last + 1 then
      raise exception 'statements of % are numbered without gaps', old.year
        using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger counts_on before update on statement_series
    for each row execute function statement_series_keep()`,
]
