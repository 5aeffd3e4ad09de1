import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125033726 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "notice_reading" drop constraint if exists "notice_reading_notice_id_reader_id_unique";`);
    this.addSql(`alter table if exists "notice_preference" drop constraint if exists "notice_preference_seller_id_member_id_unique";`);
    this.addSql(`alter table if exists "notice" drop constraint if exists "notice_key_unique";`);
    this.addSql(`alter table if exists "marketplace_alert" drop constraint if exists "marketplace_alert_kind_subject_unique";`);
    this.addSql(`create table if not exists "marketplace_alert" ("id" text not null, "kind" text check ("kind" in ('stock_low', 'balance_below_floor', 'invariant_violated')) not null, "subject" text not null, "data" jsonb not null, "told_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_alert_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_alert_deleted_at" ON "marketplace_alert" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_alert_kind_subject_unique" ON "marketplace_alert" ("kind", "subject") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "notice" ("id" text not null, "key" text not null, "event" text not null, "topic" text check ("topic" in ('orders', 'returns', 'requests', 'payouts', 'stock', 'reviews', 'team', 'account')) not null, "template" text not null, "locale" text check ("locale" in ('en', 'de', 'pl', 'es', 'fr')) not null, "channel" text check ("channel" in ('email', 'seller_feed', 'feed', 'slack', 'sms')) not null, "to" text not null, "recipient_type" text check ("recipient_type" in ('member', 'seller', 'operator', 'buyer', 'guest')) not null, "recipient_id" text null, "seller_id" text null, "resource_type" text not null, "resource_id" text not null, "data" jsonb not null, "status" text check ("status" in ('pending', 'held', 'sent', 'digested', 'skipped', 'failed')) not null default 'pending', "attempts" integer not null default 0, "due_at" timestamptz not null, "last_error" text null, "notification_id" text null, "sent_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "notice_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_notice_deleted_at" ON "notice" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_notice_key_unique" ON "notice" ("key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_notice_due" ON "notice" ("due_at") WHERE status IN ('pending', 'held') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_notice_seller_id_channel_created_at" ON "notice" ("seller_id", "channel", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_notice_channel_status_created_at" ON "notice" ("channel", "status", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "notice_preference" ("id" text not null, "seller_id" text not null, "member_id" text not null, "locale" text check ("locale" in ('en', 'de', 'pl', 'es', 'fr')) null, "topics" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "notice_preference_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_notice_preference_deleted_at" ON "notice_preference" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_notice_preference_seller_id_member_id_unique" ON "notice_preference" ("seller_id", "member_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "notice_reading" ("id" text not null, "notice_id" text not null, "reader_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "notice_reading_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_notice_reading_deleted_at" ON "notice_reading" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_notice_reading_notice_id_reader_id_unique" ON "notice_reading" ("notice_id", "reader_id") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "marketplace_alert" cascade;`);

    this.addSql(`drop table if exists "notice" cascade;`);

    this.addSql(`drop table if exists "notice_preference" cascade;`);

    this.addSql(`drop table if exists "notice_reading" cascade;`);
  }

}
