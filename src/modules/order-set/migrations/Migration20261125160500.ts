import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What sold best is added up from one narrow table; the triggers of `seller_order` keep it too. */
export class Migration20261125160500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "seller_order_product" ("order_id" text not null, "product_id" text not null, "seller_id" text not null, "currency_code" text not null, "title" text null, "sales" numeric(38,0) not null, "units" numeric not null, "created_at" timestamptz not null, constraint "seller_order_product_pkey" primary key ("order_id", "product_id"));`
    )
    this.addSql(
      `create index if not exists "IDX_seller_order_product_seller" on "seller_order_product" ("seller_id", "created_at");`
    )
    this.addSql(
      `create index if not exists "IDX_seller_order_product_created_at" on "seller_order_product" ("created_at");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "seller_order_product" cascade;`)
  }
}
