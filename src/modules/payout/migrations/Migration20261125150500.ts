import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Reports read what was refunded and paid out on some days. */
export class Migration20261125150500 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [
      "create index if not exists refund_allocation_created on refund_allocation (created_at)",
      "create index if not exists payout_paid on payout (paid_at) where status = 'paid'",
    ]) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    this.addSql("drop index if exists refund_allocation_created")
    this.addSql("drop index if exists payout_paid")
  }
}
