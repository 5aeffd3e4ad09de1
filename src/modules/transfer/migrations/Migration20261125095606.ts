import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125095606 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "transfer_row" drop constraint if exists "transfer_row_transfer_id_line_unique";`);
    this.addSql(`create table if not exists "transfer" ("id" text not null, "seller_id" text not null, "member_id" text not null, "kind" text check ("kind" in ('product_import', 'product_export', 'order_export')) not null, "status" text check ("status" in ('pending', 'running', 'completed', 'failed')) not null default 'pending', "input" jsonb null, "document_id" text null, "total" integer null, "done" integer not null default 0, "failed" integer not null default 0, "error" text null, "attempts" integer not null default 0, "lease_until" timestamptz null, "finished_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "transfer_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_transfer_deleted_at" ON "transfer" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_transfer_seller_id_created_at" ON "transfer" ("seller_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_transfer_lease_until" ON "transfer" ("lease_until") WHERE status IN ('pending', 'running') AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "transfer_row" ("id" text not null, "transfer_id" text not null, "line" integer not null, "name" text null, "outcome" text check ("outcome" in ('accepted', 'request', 'error')) not null, "product_id" text null, "request_id" text null, "field" text null, "reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "transfer_row_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_transfer_row_deleted_at" ON "transfer_row" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_transfer_row_transfer_id_line_unique" ON "transfer_row" ("transfer_id", "line") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "transfer" cascade;`);

    this.addSql(`drop table if exists "transfer_row" cascade;`);
  }

}
