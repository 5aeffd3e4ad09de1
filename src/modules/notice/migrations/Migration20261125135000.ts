import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125135000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "marketplace_alert" drop constraint if exists "marketplace_alert_kind_check";`
    )
    this.addSql(
      `alter table if exists "marketplace_alert" add constraint "marketplace_alert_kind_check" check ("kind" in ('stock_low', 'balance_below_floor', 'invariant_violated', 'document_expiring'));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "marketplace_alert" where "kind" = 'document_expiring';`)
    this.addSql(
      `alter table if exists "marketplace_alert" drop constraint if exists "marketplace_alert_kind_check";`
    )
    this.addSql(
      `alter table if exists "marketplace_alert" add constraint "marketplace_alert_kind_check" check ("kind" in ('stock_low', 'balance_below_floor', 'invariant_violated'));`
    )
  }
}
