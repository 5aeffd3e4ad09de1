import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125091725 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "document" ("id" text not null, "seller_id" text null, "customer_id" text null, "uploaded_by_type" text check ("uploaded_by_type" in ('member', 'customer', 'user')) not null, "uploaded_by_id" text not null, "purpose" text check ("purpose" in ('document', 'transfer')) not null default 'document', "name" text not null, "mime_type" text not null, "bytes" integer not null, "sha256" text not null, "file_id" text null, "kind" text null, "status" text check ("status" in ('uploaded', 'accepted', 'rejected', 'expired')) not null default 'uploaded', "expires_at" timestamptz null, "keep_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "document_pkey" primary key ("id"), constraint document_has_one_owner check (num_nonnulls(seller_id, customer_id) = 1));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_document_deleted_at" ON "document" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_document_seller_id_created_at" ON "document" ("seller_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_document_customer_id" ON "document" ("customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_document_expires_at" ON "document" ("expires_at") WHERE status = 'accepted' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_document_keep_until" ON "document" ("keep_until") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "document_read" ("id" text not null, "document_id" text not null, "actor_type" text check ("actor_type" in ('member', 'customer', 'user')) not null, "actor_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "document_read_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_document_read_deleted_at" ON "document_read" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_document_read_document_id" ON "document_read" ("document_id") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "document" cascade;`);

    this.addSql(`drop table if exists "document_read" cascade;`);
  }

}
