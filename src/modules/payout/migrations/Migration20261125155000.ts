import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A seller's lines newest first, as lists of commission read them. An earlier
 * migration meant to, but the name stood for another index already.
 */
export class Migration20261125155000 extends Migration {
  override async up(): Promise<void> {
    this.addSql("drop index if exists settlement_line_seller")
    this.addSql(
      `create index settlement_line_seller
        on settlement_line (seller_id, created_at desc, id)`
    )
  }

  override async down(): Promise<void> {
    this.addSql("drop index if exists settlement_line_seller")
    this.addSql(
      "create index settlement_line_seller on settlement_line (seller_id)"
    )
  }
}
