import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125030656 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "request" ("id" text not null, "kind" text not null, "title" text not null, "subject_id" text not null, "seller_id" text null, "submitter_type" text check ("submitter_type" in ('member', 'seller', 'customer', 'auth')) not null, "submitter_id" text not null, "payload" jsonb not null, "attachments" text[] null, "revision" integer not null default 1, "diff" jsonb null, "status" text check ("status" in ('draft', 'pending', 'declined', 'escalated', 'accepted', 'rejected', 'withdrawn')) not null default 'pending', "reviewer_id" text null, "reviewer_note" text null, "reviewed_at" timestamptz null, "result" jsonb null, "failure" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "request_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_request_deleted_at" ON "request" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_request_one_open" ON "request" ("kind", "subject_id") WHERE status IN ('draft', 'pending', 'escalated') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_request_kind_status" ON "request" ("kind", "status") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_request_seller_id" ON "request" ("seller_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_request_submitter_id" ON "request" ("submitter_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "request_change" ("id" text not null, "request_id" text not null, "to_status" text check ("to_status" in ('draft', 'pending', 'declined', 'escalated', 'accepted', 'rejected', 'withdrawn')) not null, "actor_type" text check ("actor_type" in ('user', 'member', 'customer')) not null, "actor_id" text not null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "request_change_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_request_change_deleted_at" ON "request_change" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_request_change_request_id" ON "request_change" ("request_id") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "request" cascade;`);

    this.addSql(`drop table if exists "request_change" cascade;`);
  }

}
