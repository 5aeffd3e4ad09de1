import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents } from "../../events"
import { COMMISSION_MODULE } from "../../modules/commission"
import type {
  CommissionModuleService,
  RuleToSave,
} from "../../modules/commission/service"
import { contentOf } from "../../modules/commission/rule-content"
import type { CommissionRuleContent } from "../../modules/commission/types"
import { ensureRuleFitsStep } from "./steps/ensure-rule-fits"

export type SaveCommissionRuleInput = {
  /** The rule to change; absent for a new one. */
  id?: string
  /** A new rule needs a name and a rate; a change names what changes. */
  changes: Partial<Omit<CommissionRuleContent, "is_default">>
  /** Refuse the change when the rule is no longer at this version. */
  version?: number
  actor_id: string | null
}

type Prepared = RuleToSave & { previous: CommissionRuleContent | null }

/** Puts the changes on top of what is stored, so that the rule is checked and written whole. */
const prepareRuleStep = createStep(
  "prepare-commission-rule",
  async (input: SaveCommissionRuleInput, { container }) => {
    const { id, changes, version, actor_id } = input
    if (id === undefined) {
      const content = { ...emptyRule, ...changes }
      return new StepResponse<Prepared>({ content, previous: null, actor_id })
    }
    const rule = await container
      .resolve<CommissionModuleService>(COMMISSION_MODULE)
      .retrieveCommissionRule(id)
    const previous = contentOf(rule)
    return new StepResponse<Prepared>({
      content: { ...previous, ...changes },
      saved: { id, version: version ?? rule.version },
      previous,
      actor_id,
    })
  }
)

type Undo = { rule: { id: string; version: number }; prepared: Prepared }

const saveRuleStep = createStep(
  "save-commission-rule",
  async (prepared: Prepared, { container }) => {
    const rule = await container
      .resolve<CommissionModuleService>(COMMISSION_MODULE)
      .saveRule(prepared)
    const { id, version } = rule
    const undo: Undo = { rule: { id, version }, prepared }
    return new StepResponse(rule, undo)
  },
  async (undo, { container }) => {
    const service =
      container.resolve<CommissionModuleService>(COMMISSION_MODULE)
    const [rule] = undo
      ? await service.listCommissionRules({ id: undo.rule.id })
      : []
    // Somebody who changed it since has seen, and confirmed, what it says.
    if (!undo || rule?.version !== undo.rule.version) {
      return
    }
    const { previous } = undo.prepared
    if (previous) {
      await service.saveRule({
        content: previous,
        saved: undo.rule,
        actor_id: null,
      })
    } else {
      await service.deleteRule({ id: rule.id, actor_id: null })
    }
  }
)

export const saveCommissionRuleWorkflowId = "save-commission-rule"

/**
 * Creates or changes a commission rule, the default rule included. Orders that
 * are placed keep what they were charged. A second creation with the same
 * conditions, priority and start is refused, so a repeat is harmless.
 *
 * @throws MedusaError INVALID_DATA (400) naming the field; NOT_FOUND for an unknown id;
 * CONFLICT (409) when `version` is not the current one, or for a duplicate.
 */
export const saveCommissionRuleWorkflow = createWorkflow(
  saveCommissionRuleWorkflowId,
  (input: SaveCommissionRuleInput) => {
    const validate = createHook("validate", { input })
    const prepared = prepareRuleStep(input)
    ensureRuleFitsStep(prepared.content)
    const rule = saveRuleStep(prepared)
    emitEventStep({
      eventName: transform({ input }, ({ input }) =>
        input.id === undefined
          ? MarketplaceEvents.COMMISSION_RULE_CREATED
          : MarketplaceEvents.COMMISSION_RULE_UPDATED
      ),
      data: transform({ rule }, ({ rule: { id, version } }) => ({
        id,
        version,
      })),
    })
    const commissionRuleSaved = createHook("commissionRuleSaved", { rule })
    return new WorkflowResponse(rule, {
      hooks: [validate, commissionRuleSaved] as const,
    })
  }
)

const emptyRule: CommissionRuleContent = {
  name: "",
  is_default: false,
  is_active: true,
  priority: 0,
  effective_from: null,
  effective_to: null,
  conditions: {},
  rate: { components: [], include_tax: false },
}
