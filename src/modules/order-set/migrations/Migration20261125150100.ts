import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const sums = ["sales", "tax", "discounts", "commission", "net"]

/** Reports add up the orders of some days, of one seller or all. */
export class Migration20261125150100 extends Migration {
  override async up(): Promise<void> {
    for (const name of sums) {
      this.addSql(
        `alter table "seller_order" add column if not exists "${name}" numeric(38,0) not null default 0;`
      )
    }
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_order_created_at" ON "seller_order" ("created_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_seller_order_created_at";`)
    for (const name of sums) {
      this.addSql(
        `alter table "seller_order" drop column if exists "${name}" cascade;`
      )
    }
  }
}
