import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { Policy } from "./models/policy"
import { PolicyChange } from "./models/policy-change"
import { fitsPolicy, type PolicyName, type PolicyValue } from "./types"

export type PolicyRow = InferTypeOf<typeof Policy>

export type PolicyToSet = {
  name: PolicyName
  /** null: for everybody. */
  seller_id: string | null
  /** null: back to the default, or for a seller to what holds for everybody. */
  value: PolicyValue | null
  actor_id: string
}

/** The operator's rules, and who changed them. */
export class PolicyModuleService extends MedusaService({
  Policy,
  PolicyChange,
}) {
  /**
   * Sets one rule and keeps who did. Changes of one rule run one after the other.
   *
   * @returns the row (also of a rule that went back to its default), and the value before, for a compensation.
   * @throws MedusaError INVALID_DATA for a value that the rule does not take.
   */
  @InjectTransactionManager()
  async setPolicy(
    { name, seller_id, value, actor_id }: PolicyToSet,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<{ policy: PolicyRow; before: unknown }> {
    if (value !== null && !fitsPolicy(name, value)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Field 'value' is not one that ${name} takes`
      )
    }
    await context.transactionManager?.execute(
      "select pg_advisory_xact_lock(hashtextextended(?, 0))",
      [`policy:${name}:${seller_id ?? ""}`]
    )
    const [found] = await this.listPolicies({ name, seller_id }, {}, context)
    const policy = found
      ? await this.updatePolicies({ id: found.id, content: { value } }, context)
      : await this.createPolicies(
          { name, seller_id, content: { value } },
          context
        )
    const before = found?.content.value ?? null
    await this.createPolicyChanges(
      { policy_id: policy.id, content: { from: before, to: value }, actor_id },
      context
    )
    return { policy, before }
  }
}
