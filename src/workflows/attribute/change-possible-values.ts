import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ATTRIBUTE_MODULE } from "../../modules/attribute"
import type { SentValue } from "../../modules/attribute/plan-possible-values"
import type { AttributeModuleService } from "../../modules/attribute/service"

export type SavePossibleValueInput = {
  attribute_id: string
  /** With an id: the one that changes. */
  value: Partial<SentValue>
}

const savePossibleValueStep = createStep(
  "save-possible-value",
  async ({ attribute_id, value }: SavePossibleValueInput, { container }) => {
    // no undo: the last step, and one transaction
    return new StepResponse(
      await container
        .resolve<AttributeModuleService>(ATTRIBUTE_MODULE)
        .savePossibleValue(attribute_id, value)
    )
  }
)

const removePossibleValueStep = createStep(
  "remove-possible-value",
  async (input: { attribute_id: string; id: string }, { container }) => {
    // no undo: the last step, and one transaction
    await container
      .resolve<AttributeModuleService>(ATTRIBUTE_MODULE)
      .removePossibleValue(input)
    return new StepResponse(input.id)
  }
)

export const savePossibleValueWorkflowId = "save-possible-value"

/**
 * Adds a value to the list of an attribute, or changes one; products that have it follow.
 *
 * @returns its id.
 * @throws MedusaError NOT_FOUND; INVALID_DATA for a value that is there already.
 */
export const savePossibleValueWorkflow = createWorkflow(
  savePossibleValueWorkflowId,
  (input: SavePossibleValueInput) =>
    new WorkflowResponse(savePossibleValueStep(input))
)

export const removePossibleValueWorkflowId = "remove-possible-value"

/**
 * Takes a value off the list of an attribute.
 *
 * @throws MedusaError NOT_FOUND; INVALID_DATA while products have it, or when it is the last one of a list.
 */
export const removePossibleValueWorkflow = createWorkflow(
  removePossibleValueWorkflowId,
  (input: { attribute_id: string; id: string }) =>
    new WorkflowResponse(removePossibleValueStep(input))
)
