import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125040703 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "upload" ("id" text not null, "seller_id" text not null, "member_id" text not null, "name" text not null, "mime_type" text not null, "bytes" integer not null, "width" integer null, "height" integer null, "file_id" text null, "url" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "upload_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_upload_deleted_at" ON "upload" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_upload_seller_id_created_at" ON "upload" ("seller_id", "created_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "upload" cascade;`);
  }

}
