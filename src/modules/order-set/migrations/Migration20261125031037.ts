import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125031037 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "seller_order" ("order_id" text not null, "seller_id" text not null, "display_id" integer not null, "status" text not null, "payment_status" text not null, "fulfillment_status" text not null, "customer_id" text null, "email" text null, "region_id" text null, "sales_channel_id" text null, "currency_code" text not null, "search" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_order_pkey" primary key ("order_id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_order_deleted_at" ON "seller_order" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_order_seller_id_created_at_order_id" ON "seller_order" ("seller_id", "created_at", "order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_order_seller_id_updated_at_order_id" ON "seller_order" ("seller_id", "updated_at", "order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_order_seller_id_display_id" ON "seller_order" ("seller_id", "display_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_order_seller_id_status_created_at" ON "seller_order" ("seller_id", "status", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_order_seller_id_payment_status_created_at" ON "seller_order" ("seller_id", "payment_status", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_order_seller_id_fulfillment_status_created_at" ON "seller_order" ("seller_id", "fulfillment_status", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_order_seller_id_customer_id_created_at" ON "seller_order" ("seller_id", "customer_id", "created_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    // Its triggers would break every write of an order.
    this.addSql(`drop function if exists marketplace_seller_orders_changed() cascade;`);
    this.addSql(`drop function if exists marketplace_refresh_seller_orders(text[]);`);
    this.addSql(`drop table if exists "seller_order" cascade;`);
  }

}
