import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Accounts that sellers open and remove, runs, files for banks, reports of providers. */
export class Migration20261125131500 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [
      ...tables,
      ...columns,
      ...guards,
      `create view payout_invariant_13_report_differs as ${reportDiffers}`,
    ]) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    for (const statement of [
      "drop view if exists payout_invariant_13_report_differs",
      "drop function if exists payout_keep_file() cascade",
      "drop table if exists payout_file cascade",
      "drop table if exists payout_report_line cascade",
      "drop table if exists payout_run cascade",
      `alter table if exists payout drop column if exists account_data,
        drop column if exists run_id, drop column if exists file_id,
        drop column if exists settled_by, drop column if exists paid_at`,
      `alter table if exists payout_account drop column if exists context,
        drop column if exists data, drop column if exists onboarding,
        drop column if exists revision, drop column if exists state_at,
        drop column if exists removed_at, drop column if exists minimum`,
    ]) {
      this.addSql(statement)
    }
  }
}

const times = `created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(), deleted_at timestamptz null`

const tables = [
  `create table if not exists payout_file (id text primary key,
    provider_id text not null, created_by text null, payouts integer not null,
    stored_as text null, filename text null, ${times})`,
  `create table if not exists payout_report_line (id text primary key,
    provider_id text not null, line_id text not null,
    status text not null check (status in ('paid', 'failed', 'returned')),
    payout_ref text null, provider_ref text null,
    amount numeric(38,0) not null check (amount > 0), currency_code text not null,
    booked_at timestamptz not null, reason text null, payout_id text null,
    imported_by text null, ${times})`,
  `create table if not exists payout_run (id text primary key,
    seller_id text null, created_by text null,
    status text not null default 'running' check (status in ('running', 'done')),
    due integer not null default 0, reserved integer not null default 0,
    passed integer not null default 0, failed integer not null default 0,
    errors jsonb null, finished_at timestamptz null, ${times})`,
]

const columns = [
  `alter table payout add column if not exists account_data jsonb null,
    add column if not exists run_id text null,
    add column if not exists file_id text null,
    add column if not exists settled_by text null,
    add column if not exists paid_at timestamptz null`,
  `alter table payout_account add column if not exists context jsonb null,
    add column if not exists data jsonb null,
    add column if not exists onboarding jsonb null,
    add column if not exists revision integer not null default 1,
    add column if not exists state_at timestamptz null,
    add column if not exists removed_at timestamptz null,
    add column if not exists minimum text null`,
]

/** A payout is ordered by one file, for ever: a second file would pay it twice. */
const guards = [
  `create unique index payout_report_line_line on payout_report_line (provider_id, line_id)`,
  `create index payout_report_line_payout on payout_report_line (payout_id)`,
  `create index payout_report_line_open on payout_report_line (provider_id, booked_at)
    where payout_id is null`,
  `create index payout_created on payout (created_at, id)`,
  `create index payout_seller_created on payout (seller_id, created_at, id)`,
  `create index payout_run_created on payout_run (created_at, id)`,
  `create index payout_file_payouts on payout (file_id) where file_id is not null`,
  `alter table payout add foreign key (file_id) references payout_file (id)`,
  `create function payout_keep_file() returns trigger language plpgsql as $$
  begin
    if old.file_id is not null and new.file_id is distinct from old.file_id then
      raise exception 'payout % stays in file %', old.id, old.file_id
        using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger keeps_file before update on payout
    for each row execute function payout_keep_file()`,
]

/**
 * What a provider reports and our books do not say, and the other way round: a
 * report that reaches past a payout by three days should have named it.
 */
const reportDiffers = `
  select l.id as subject,
    format('%s reports %s %s of %s, which fits no payout, for %s h', l.provider_id,
      l.amount, l.currency_code, coalesce(l.payout_ref, l.provider_ref, l.line_id),
      floor(extract(epoch from now() - l.created_at) / 3600)) as detail
  from payout_report_line l
  where l.payout_id is null and l.created_at < now() - interval '24 hours'
  union all
  select p.id, format('%s %s paid with %s, which does not report it', p.amount,
    p.currency_code, p.provider_id)
  from payout p
  join (select provider_id, max(booked_at) as through from payout_report_line
    group by provider_id) r on r.provider_id = p.provider_id
  where p.status in ('paid', 'returned') and p.paid_at < r.through - interval '3 days'
    and not exists (select 1 from payout_report_line l where l.payout_id = p.id)`
