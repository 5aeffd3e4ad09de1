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
import type { CommissionModuleService } from "../../modules/commission/service"

export type DeleteCommissionRuleInput = { id: string; actor_id: string | null }

const deleteRuleStep = createStep(
  "delete-commission-rule",
  async (input: DeleteCommissionRuleInput, { container }) => {
    await container
      .resolve<CommissionModuleService>(COMMISSION_MODULE)
      .deleteRule(input)
    return new StepResponse(input.id, input.id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<CommissionModuleService>(COMMISSION_MODULE)
        .restoreRule(id)
    }
  }
)

export const deleteCommissionRuleWorkflowId = "delete-commission-rule"

/**
 * Takes a rule out of the tariff. Its versions stay, as do the orders that were
 * charged by it. A repeat answers NOT_FOUND and changes nothing.
 *
 * @throws MedusaError NOT_FOUND for an unknown id, NOT_ALLOWED (400) for the default rule.
 */
export const deleteCommissionRuleWorkflow = createWorkflow(
  deleteCommissionRuleWorkflowId,
  (input: DeleteCommissionRuleInput) => {
    const validate = createHook("validate", { input })
    const id = deleteRuleStep(input)
    emitEventStep({
      eventName: MarketplaceEvents.COMMISSION_RULE_DELETED,
      data: transform({ id }, ({ id }) => ({ id })),
    })
    const commissionRuleDeleted = createHook("commissionRuleDeleted", { id })
    return new WorkflowResponse(id, {
      hooks: [validate, commissionRuleDeleted] as const,
    })
  }
)
