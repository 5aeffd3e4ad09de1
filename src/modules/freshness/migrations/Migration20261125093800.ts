import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125093800 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "freshness_change" ("id" text not null, "scope" text not null, "stamp" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "freshness_change_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_freshness_change_deleted_at" ON "freshness_change" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_freshness_change_scope" ON "freshness_change" ("scope") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "freshness_change" cascade;`);
  }

}
