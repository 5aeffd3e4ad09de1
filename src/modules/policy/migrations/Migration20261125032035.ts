import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125032035 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "policy" ("id" text not null, "name" text not null, "seller_id" text null, "content" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "policy_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_policy_deleted_at" ON "policy" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_policy_for_all" ON "policy" ("name") WHERE seller_id IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_policy_of_seller" ON "policy" ("seller_id", "name") WHERE seller_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "policy_change" ("id" text not null, "policy_id" text not null, "content" jsonb not null, "actor_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "policy_change_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_policy_change_deleted_at" ON "policy_change" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_policy_change_policy_id" ON "policy_change" ("policy_id") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "policy" cascade;`);

    this.addSql(`drop table if exists "policy_change" cascade;`);
  }

}
