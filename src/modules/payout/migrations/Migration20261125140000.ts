import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { refundCommissionPolicies } from "../../../options"

/** A third policy for the commission of a refund, and the look-ups of postings by their order. */
export class Migration20261125140000 extends Migration {
  override async up(): Promise<void> {
    const policies = refundCommissionPolicies
      .map((policy) => `'${policy}'`)
      .join(", ")
    for (const statement of [
      `alter table refund_allocation drop constraint if exists refund_allocation_policy_check`,
      `alter table refund_allocation add constraint refund_allocation_policy_check
        check (policy in (${policies}))`,
      `create index if not exists settlement_line_created
        on settlement_line (created_at desc, id)`,
    ]) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    this.addSql("drop index if exists settlement_line_created")
  }
}
