import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ATTRIBUTE_MODULE } from "../../modules/attribute"
import type { AttributeToSave } from "../../modules/attribute/attribute-definitions"
import type { AttributeModuleService } from "../../modules/attribute/service"

const ensureCategoriesStep = createStep(
  "ensure-attribute-categories",
  async (ids: string[], { container }) => {
    const { data } = ids.length
      ? await container.resolve(ContainerRegistrationKeys.QUERY).graph({
          entity: "product_category",
          fields: ["id"],
          filters: { id: ids },
        })
      : { data: [] }
    const missing = ids.filter(
      (id) => !data.some((row: { id: string }) => row.id === id)
    )
    if (missing.length) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `product_category_ids: ${missing.join(", ")} was not found`
      )
    }
    return new StepResponse(undefined)
  }
)

const saveAttributeStep = createStep(
  "save-attribute",
  async (input: AttributeToSave, { container }) => {
    // no undo: the last step, and one transaction
    return new StepResponse(
      await container
        .resolve<AttributeModuleService>(ATTRIBUTE_MODULE)
        .saveAttribute(input)
    )
  }
)

export const saveAttributeWorkflowId = "save-attribute"

/**
 * Creates or changes an attribute with its values and categories, all or nothing.
 *
 * @returns its id.
 * @throws MedusaError NOT_FOUND; INVALID_DATA naming the field.
 */
export const saveAttributeWorkflow = createWorkflow(
  saveAttributeWorkflowId,
  (input: AttributeToSave) => {
    ensureCategoriesStep(
      transform({ input }, ({ input }) => input.category_ids ?? [])
    )
    return new WorkflowResponse(saveAttributeStep(input))
  }
)
