import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125003945 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "ledger_account" ("id" text not null, "owner_type" text check ("owner_type" in ('seller', 'platform', 'external')) not null, "owner_id" text not null, "type" text check ("type" in ('pending', 'available', 'reserved', 'in_transit', 'commission', 'own_sales', 'tax_payable', 'promo_expense', 'loss', 'processing_cost', 'carry', 'unallocated', 'psp')) not null, "currency_code" text not null, "scale" integer not null, "balance" numeric(38,0) not null default 0, "version" bigint not null default 0, "floor" numeric(38,0) null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ledger_account_pkey" primary key ("id"));`);

    this.addSql(`create table if not exists "ledger_adjustment" ("id" text not null, "seller_id" text not null, "order_id" text null, "currency_code" text not null, "amount" numeric(38,0) not null, "reason" text not null, "status" text check ("status" in ('proposed', 'posted', 'refused')) not null default 'proposed', "four_eyes" boolean not null, "created_by" text not null, "decided_by" text null, "decided_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ledger_adjustment_pkey" primary key ("id"));`);

    this.addSql(`create table if not exists "ledger_entry" ("id" text not null, "transaction_id" text not null, "account_id" text not null, "amount" numeric(38,0) not null, "balance_after" numeric(38,0) not null, "account_version" bigint not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ledger_entry_pkey" primary key ("id"));`);

    this.addSql(`create table if not exists "ledger_transaction" ("id" text not null, "kind" text check ("kind" in ('capture_parent', 'capture', 'share_cancelled', 'release', 'reserve_hold', 'reserve_free', 'refund', 'dispute_opened', 'dispute_fee', 'dispute_won', 'adjustment', 'payout_reserve', 'payout_carry_out', 'payout_carry_in', 'payout_paid', 'payout_failed', 'payout_returned', 'reversal')) not null, "reference_type" text not null, "reference_id" text not null, "part" text not null default '', "currency_code" text not null, "fingerprint" text not null, "order_id" text null, "reverses_id" text null, "occurred_at" timestamptz not null, "created_by" text null, "approved_by" text null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ledger_transaction_pkey" primary key ("id"));`);

    this.addSql(`create table if not exists "payout_outbox" ("id" text not null, "topic" text not null, "dedupe_key" text not null, "payload" jsonb not null, "available_at" timestamptz not null, "attempts" integer not null default 0, "done_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_outbox_pkey" primary key ("id"));`);

    this.addSql(`create table if not exists "payout" ("id" text not null, "seller_id" text not null, "currency_code" text not null, "scale" integer not null, "amount" numeric(38,0) not null, "status" text check ("status" in ('reserved', 'submitting', 'unknown', 'submitted', 'paid', 'failed', 'returned')) not null default 'reserved', "provider_id" text not null, "provider_account_id" text null, "provider_ref" text null, "idempotency_key" text not null, "attempt" integer not null default 0, "first_sent_at" timestamptz null, "lease_until" timestamptz null, "next_check_at" timestamptz null, "period" text not null, "through_version" bigint not null, "reason" text null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_pkey" primary key ("id"));`);

    this.addSql(`create table if not exists "payout_account" ("id" text not null, "seller_id" text not null, "provider_id" text not null, "provider_account_id" text null, "status" text check ("status" in ('pending', 'active', 'restricted', 'disabled')) not null default 'pending', "requirements" jsonb null, "schedule" text check ("schedule" in ('daily', 'weekly', 'biweekly', 'monthly', 'manual')) not null default 'daily', "held_until" timestamptz null, "hold_reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_account_pkey" primary key ("id"));`);

    this.addSql(`create table if not exists "payout_item" ("entry_id" text not null, "payout_id" text not null, "amount" numeric(38,0) not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_item_pkey" primary key ("entry_id"));`);

    this.addSql(`create table if not exists "provider_event" ("id" text not null, "provider_id" text not null, "event_id" text not null, "payload" jsonb not null, "received_at" timestamptz not null, "processed_at" timestamptz null, "attempts" integer not null default 0, "error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "provider_event_pkey" primary key ("id"));`);

    this.addSql(`create table if not exists "refund_allocation" ("id" text not null, "refund_id" text not null, "order_id" text not null, "line_type" text check ("line_type" in ('item', 'shipping')) not null, "line_id" text not null, "policy" text check ("policy" in ('proportional', 'keep')) not null, "amount" numeric(38,0) not null, "tax" numeric(38,0) not null, "discount_platform" numeric(38,0) not null default 0, "commission_reversed" numeric(38,0) not null, "commission_tax_reversed" numeric(38,0) not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refund_allocation_pkey" primary key ("id"));`);

    this.addSql(`create table if not exists "settlement_line" ("id" text not null, "order_id" text not null, "seller_id" text null, "origin" text check ("origin" in ('placement', 'change')) not null default 'placement', "line_type" text check ("line_type" in ('item', 'shipping')) not null, "line_id" text not null, "currency_code" text not null, "gross" numeric(38,0) not null, "discount_seller" numeric(38,0) not null default 0, "discount_platform" numeric(38,0) not null default 0, "tax" numeric(38,0) not null default 0, "tax_remitter" text check ("tax_remitter" in ('platform', 'seller')) not null default 'platform', "commission" numeric(38,0) not null default 0, "commission_tax" numeric(38,0) not null default 0, "net" numeric(38,0) not null, "rule_id" text null, "rule_version" integer null, "explain" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "settlement_line_pkey" primary key ("id"));`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ledger_account" cascade;`);

    this.addSql(`drop table if exists "ledger_adjustment" cascade;`);

    this.addSql(`drop table if exists "ledger_entry" cascade;`);

    this.addSql(`drop table if exists "ledger_transaction" cascade;`);

    this.addSql(`drop table if exists "payout_outbox" cascade;`);

    this.addSql(`drop table if exists "payout" cascade;`);

    this.addSql(`drop table if exists "payout_account" cascade;`);

    this.addSql(`drop table if exists "payout_item" cascade;`);

    this.addSql(`drop table if exists "provider_event" cascade;`);

    this.addSql(`drop table if exists "refund_allocation" cascade;`);

    this.addSql(`drop table if exists "settlement_line" cascade;`);
  }

}
