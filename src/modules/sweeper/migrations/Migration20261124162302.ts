import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124162302 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "sweep" drop constraint if exists "sweep_name_unique";`
    )
    this.addSql(
      `create table if not exists "sweep" ("id" text not null, "name" text not null, "due_at" timestamptz not null, "lease_owner" text null, "lease_until" timestamptz null, "finished_at" timestamptz null, "found" integer not null default 0, "mended" integer not null default 0, "failed" integer not null default 0, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "sweep_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_sweep_name_unique" ON "sweep" ("name") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_sweep_deleted_at" ON "sweep" ("deleted_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "sweep" cascade;`)
  }
}
