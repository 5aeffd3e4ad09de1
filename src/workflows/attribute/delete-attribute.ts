import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ATTRIBUTE_MODULE } from "../../modules/attribute"
import type { AttributeModuleService } from "../../modules/attribute/service"

const deleteAttributeStep = createStep(
  "delete-attribute",
  async ({ id }: { id: string }, { container }) => {
    const attributes =
      container.resolve<AttributeModuleService>(ATTRIBUTE_MODULE)
    await attributes.retrieveProductAttribute(id)
    await attributes.softDeleteProductAttributes([id])
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<AttributeModuleService>(ATTRIBUTE_MODULE)
        .restoreProductAttributes([id])
    }
  }
)

export const deleteAttributeWorkflowId = "delete-attribute"

/**
 * Takes an attribute away, with its list and with what products say of it.
 *
 * @throws MedusaError NOT_FOUND, also for a second time.
 */
export const deleteAttributeWorkflow = createWorkflow(
  deleteAttributeWorkflowId,
  (input: { id: string }) => new WorkflowResponse(deleteAttributeStep(input))
)
