import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type PolicyChanged } from "../../events"
import { POLICY_MODULE } from "../../modules/policy"
import type {
  PolicyModuleService,
  PolicyToSet,
} from "../../modules/policy/service"
import type { PolicyValue } from "../../modules/policy/types"

const setPolicyStep = createStep(
  "set-policy",
  async (input: PolicyToSet, { container }) => {
    const { policy, before } = await container
      .resolve<PolicyModuleService>(POLICY_MODULE)
      .setPolicy(input)
    // What was there once passed the check of its policy.
    const undo = { ...input, value: before as PolicyValue | null }
    return new StepResponse(policy, undo)
  },
  async (undo, { container }) => {
    if (undo) {
      await container
        .resolve<PolicyModuleService>(POLICY_MODULE)
        .setPolicy(undo)
    }
  }
)

export const setPolicyWorkflowId = "set-policy"

/**
 * Sets one of the operator's rules, for everybody or for one seller, whose own
 * rule wins. Keeps who changed what; holds from the next request on.
 *
 * @throws MedusaError INVALID_DATA for a value that the rule does not take.
 */
export const setPolicyWorkflow = createWorkflow(
  setPolicyWorkflowId,
  (input: PolicyToSet) => {
    const policy = setPolicyStep(input)
    emitEventStep({
      eventName: MarketplaceEvents.POLICY_CHANGED,
      data: transform({ policy }, ({ policy }): PolicyChanged => ({
        id: policy.id,
        name: policy.name,
        seller_id: policy.seller_id,
      })),
    })
    const policySet = createHook("policySet", { policy })
    return new WorkflowResponse(policy, { hooks: [policySet] })
  }
)
