import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125030841 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "order_set_order" drop constraint if exists "order_set_order_order_id_unique";`);
    this.addSql(`alter table if exists "order_set_order" drop constraint if exists "order_set_order_order_set_id_seller_key_unique";`);
    this.addSql(`alter table if exists "order_set" drop constraint if exists "order_set_cart_id_unique";`);
    this.addSql(`create table if not exists "order_set" ("id" text not null, "display_id" serial, "cart_id" text not null, "status" text check ("status" in ('placing', 'placed', 'failed')) not null default 'placing', "customer_id" text null, "email" text null, "currency_code" text not null, "sales_channel_id" text null, "payment_collection_id" text null, "payment_session_id" text null, "payment_id" text null, "payment_unknown" boolean not null default false, "announced_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_set_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_set_deleted_at" ON "order_set" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_order_set_cart_id_unique" ON "order_set" ("cart_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_set_customer_id" ON "order_set" ("customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_set_status" ON "order_set" ("status") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_set_payment_collection_id" ON "order_set" ("payment_collection_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_set_unannounced" ON "order_set" ("updated_at") WHERE status = 'placed' AND announced_at IS NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "order_set_order" ("id" text not null, "order_set_id" text not null, "seller_key" text not null, "order_id" text not null, "share" numeric not null, "payment_collection_id" text null, "payment_id" text null, "raw_share" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_set_order_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_set_order_order_set_id" ON "order_set_order" ("order_set_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_set_order_deleted_at" ON "order_set_order" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_order_set_order_order_set_id_seller_key_unique" ON "order_set_order" ("order_set_id", "seller_key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_order_set_order_order_id_unique" ON "order_set_order" ("order_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "order_set_order" add constraint "order_set_order_order_set_id_foreign" foreign key ("order_set_id") references "order_set" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "order_set_order" drop constraint if exists "order_set_order_order_set_id_foreign";`);

    this.addSql(`drop table if exists "order_set" cascade;`);

    this.addSql(`drop table if exists "order_set_order" cascade;`);
  }

}
