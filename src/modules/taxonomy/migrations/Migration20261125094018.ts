import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125094018 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "secondary_category" drop constraint if exists "secondary_category_product_id_category_id_unique";`);
    this.addSql(`alter table if exists "collection_detail" drop constraint if exists "collection_detail_collection_id_unique";`);
    this.addSql(`alter table if exists "category_detail" drop constraint if exists "category_detail_category_id_unique";`);
    this.addSql(`create table if not exists "category_detail" ("id" text not null, "category_id" text not null, "thumbnail_id" text null, "icon_id" text null, "banner_id" text null, "rank" integer null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "category_detail_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_category_detail_deleted_at" ON "category_detail" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_category_detail_category_id_unique" ON "category_detail" ("category_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "collection_detail" ("id" text not null, "collection_id" text not null, "thumbnail_id" text null, "icon_id" text null, "banner_id" text null, "rank" integer null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "collection_detail_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_collection_detail_deleted_at" ON "collection_detail" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_collection_detail_collection_id_unique" ON "collection_detail" ("collection_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "detail_media" ("id" text not null, "url" text not null, "alt_text" text null, "category_detail_id" text null, "collection_detail_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "detail_media_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_detail_media_category_detail_id" ON "detail_media" ("category_detail_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_detail_media_collection_detail_id" ON "detail_media" ("collection_detail_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_detail_media_deleted_at" ON "detail_media" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "secondary_category" ("id" text not null, "product_id" text not null, "category_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "secondary_category_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_secondary_category_deleted_at" ON "secondary_category" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_secondary_category_product_id_category_id_unique" ON "secondary_category" ("product_id", "category_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_secondary_category_category_id" ON "secondary_category" ("category_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "detail_media" add constraint "detail_media_category_detail_id_foreign" foreign key ("category_detail_id") references "category_detail" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table if exists "detail_media" add constraint "detail_media_collection_detail_id_foreign" foreign key ("collection_detail_id") references "collection_detail" ("id") on update cascade on delete cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "detail_media" drop constraint if exists "detail_media_category_detail_id_foreign";`);

    this.addSql(`alter table if exists "detail_media" drop constraint if exists "detail_media_collection_detail_id_foreign";`);

    this.addSql(`drop table if exists "category_detail" cascade;`);

    this.addSql(`drop table if exists "collection_detail" cascade;`);

    this.addSql(`drop table if exists "detail_media" cascade;`);

    this.addSql(`drop table if exists "secondary_category" cascade;`);
  }

}
