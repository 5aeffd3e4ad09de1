import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125042906 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "review_score" drop constraint if exists "review_score_reference_reference_id_unique";`);
    this.addSql(`create table if not exists "review" ("id" text not null, "reference" text check ("reference" in ('seller', 'product')) not null, "reference_id" text not null, "seller_id" text null, "order_id" text not null, "customer_id" text not null, "rating" integer not null, "customer_note" text null, "seller_note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "review_pkey" primary key ("id"), constraint review_rating_check check (rating BETWEEN 1 AND 5));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_deleted_at" ON "review" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_review_one_each" ON "review" ("order_id", "reference", "reference_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_reference_reference_id" ON "review" ("reference", "reference_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_seller_id" ON "review" ("seller_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_customer_id" ON "review" ("customer_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "review_score" ("id" text not null, "reference" text check ("reference" in ('seller', 'product')) not null, "reference_id" text not null, "count" integer not null, "sum" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "review_score_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_score_deleted_at" ON "review_score" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_review_score_reference_reference_id_unique" ON "review_score" ("reference", "reference_id") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "review" cascade;`);

    this.addSql(`drop table if exists "review_score" cascade;`);
  }

}
