import type { InferTypeOf } from "@medusajs/framework/types"
import type { CommissionRule } from "./models/commission-rule"
import type { CommissionRate, CommissionRuleContent } from "./types"

/** What a stored rule says, without what the database adds. */
export function contentOf(
  rule: InferTypeOf<typeof CommissionRule>
): CommissionRuleContent {
  const { name, is_default, is_active, priority } = rule
  const { effective_from, effective_to } = rule
  return {
    name,
    is_default,
    is_active,
    priority,
    effective_from,
    effective_to,
    // Only the service writes these columns, after it checked them.
    conditions: rule.conditions,
    rate: rule.rate as CommissionRate,
  }
}
