import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { checkRule } from "./check-rule"
import { hashConditions, normaliseConditions } from "./conditions"
import { CommissionRule } from "./models/commission-rule"
import { CommissionRuleVersion } from "./models/commission-rule-version"
import { CommissionTariff } from "./models/commission-tariff"
import { reviveDates } from "./revive-dates"
import {
  loadTariffSql,
  raiseTariffSql,
  sameScopeSql,
  tariffVersionSql,
} from "./sql"
import type { CommissionRuleContent, TariffRecord } from "./types"

export type CommissionRuleRow = InferTypeOf<typeof CommissionRule>
type Change = InferTypeOf<typeof CommissionRuleVersion>["change"]

export type RuleToSave = {
  content: CommissionRuleContent
  /** Absent for a new rule; `version` is the one that the caller has seen. */
  saved?: { id: string; version: number }
  /** null = the marketplace itself. */
  actor_id: string | null
}

/** Who pays which commission: rules, their versions, and the tariff they form. */
export class CommissionModuleService extends MedusaService({
  CommissionRule,
  CommissionRuleVersion,
  CommissionTariff,
}) {
  /**
   * Writes a rule whole, with its new version, and raises the tariff's. Changes
   * of any rules run one after the other.
   *
   * @throws MedusaError INVALID_DATA naming the field; NOT_FOUND for an unknown id;
   * CONFLICT when the rule was changed since, or another has the same conditions, priority and start.
   */
  @InjectTransactionManager()
  async saveRule(
    { content, saved, actor_id }: RuleToSave,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<CommissionRuleRow> {
    const conditions = normaliseConditions(content.conditions)
    const rule = { ...reviveDates(content), conditions }
    checkRule(rule)
    const fields = {
      ...rule,
      scope_hash: rule.is_default ? null : hashConditions(conditions),
      // A JSON column wants a plain record.
      rate: { ...rule.rate },
    }
    await this.raiseTariff(context)
    await this.ensureScopeFree({ ...fields, id: saved?.id ?? null }, context)
    if (!saved) {
      const created = await this.createCommissionRules(
        { ...fields, version: 1 },
        context
      )
      return await this.keepVersion(created, "created", { actor_id, context })
    }
    await this.ensureUnchanged(saved, context)
    const updated = await this.updateCommissionRules(
      { ...fields, id: saved.id, version: saved.version + 1 },
      context
    )
    return await this.keepVersion(updated, "updated", { actor_id, context })
  }

  /**
   * Takes a rule out of the tariff; its versions stay. Repeating it is an error.
   *
   * @throws MedusaError NOT_FOUND for an unknown id, NOT_ALLOWED for the default rule.
   */
  @InjectTransactionManager()
  async deleteRule(
    { id, actor_id }: { id: string; actor_id: string | null },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await this.raiseTariff(context)
    const rule = await this.retrieveCommissionRule(id, {}, context)
    if (rule.is_default) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The default rule cannot be deleted: set its rate to 0 or switch it off"
      )
    }
    const version = rule.version + 1
    await this.updateCommissionRules({ id, version }, context)
    await this.softDeleteCommissionRules([id], {}, context)
    await this.keepVersion({ ...rule, version }, "deleted", {
      actor_id,
      context,
    })
  }

  /** Undoes `deleteRule`; does nothing when the rule is there. */
  @InjectTransactionManager()
  async restoreRule(
    id: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await this.raiseTariff(context)
    const [deleted] = await this.listCommissionRules(
      { id, deleted_at: { $ne: null } },
      { withDeleted: true },
      context
    )
    if (deleted) {
      await this.restoreCommissionRules([id], {}, context)
      const version = deleted.version + 1
      await this.updateCommissionRules({ id, version }, context)
      await this.keepVersion({ ...deleted, version }, "restored", {
        actor_id: null,
        context,
      })
    }
  }

  /** Grows with every change of any rule: a tariff compiled under another version is out of date. */
  @InjectManager()
  async tariffVersion(
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<number> {
    const rows =
      await context.manager?.execute<{ version: number }[]>(tariffVersionSql)
    return rows?.[0]?.version ?? 0
  }

  /** Every active rule and the version of the tariff, as one moment saw them. */
  @InjectManager()
  async loadTariff(
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<TariffRecord> {
    const rows = await context.manager?.execute<TariffRecord[]>(loadTariffSql)
    const { version, rules } = rows?.[0] ?? { version: 0, rules: [] }
    return { version, rules: rules.map(reviveDates) }
  }

  private async raiseTariff(context: Context<EntityManager>): Promise<void> {
    await context.transactionManager?.execute(raiseTariffSql)
  }

  /** The unique index says the same, without naming the other rule. */
  private async ensureScopeFree(
    rule: Pick<CommissionRuleRow, "scope_hash" | "priority"> & {
      id: string | null
      effective_from: Date | null
    },
    context: Context<EntityManager>
  ): Promise<void> {
    const same = await context.transactionManager?.execute<{ id: string }[]>(
      sameScopeSql,
      [rule.id, rule.scope_hash, rule.priority, rule.effective_from]
    )
    if (same?.[0]) {
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        `conditions: rule ${same[0].id} has the same conditions, priority and start`
      )
    }
  }

  private async ensureUnchanged(
    { id, version }: { id: string; version: number },
    context: Context<EntityManager>
  ): Promise<void> {
    const rule = await this.retrieveCommissionRule(id, {}, context)
    if (rule.version !== version) {
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        `version: rule ${id} is at version ${rule.version}, not ${version}; read it again`
      )
    }
  }

  private async keepVersion(
    rule: CommissionRuleRow,
    change: Change,
    by: { actor_id: string | null; context: Context<EntityManager> }
  ): Promise<CommissionRuleRow> {
    const { id, version, created_at, updated_at, deleted_at, ...content } = rule
    await this.createCommissionRuleVersions(
      { rule_id: id, version, change, content, actor_id: by.actor_id },
      by.context
    )
    return rule
  }
}
