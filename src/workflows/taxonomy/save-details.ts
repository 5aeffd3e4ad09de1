import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { TAXONOMY_MODULE } from "../../modules/taxonomy"
import type { TaxonomyModuleService } from "../../modules/taxonomy/service"
import type { DetailedKind, DetailsToSave } from "../../modules/taxonomy/types"

export type SaveDetailsInput = {
  kind: DetailedKind
  id: string
  details: DetailsToSave
}

const ensureThereStep = createStep(
  "ensure-detailed-there",
  async ({ kind, id }: Omit<SaveDetailsInput, "details">, { container }) => {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: kind, fields: ["id"], filters: { id } })
    if (!data.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `${kind} with id: ${id} was not found`
      )
    }
    return new StepResponse(undefined)
  }
)

const saveDetailsStep = createStep(
  "save-details",
  async ({ kind, id, details }: SaveDetailsInput, { container }) => {
    const isNew = await container
      .resolve<TaxonomyModuleService>(TAXONOMY_MODULE)
      .saveDetails({ kind, id }, details)
    // Details that were there are changed by a workflow's last step only.
    return new StepResponse(undefined, isNew ? { kind, id } : null)
  },
  async (made, { container }) => {
    if (made) {
      await container
        .resolve<TaxonomyModuleService>(TAXONOMY_MODULE)
        .removeDetails(made)
    }
  }
)

export const saveDetailsWorkflowId = "save-details"

/**
 * Writes pictures and rank of a category or collection; absent fields stay.
 *
 * @throws MedusaError NOT_FOUND; INVALID_DATA for a picture that is none of its own.
 */
export const saveDetailsWorkflow = createWorkflow(
  saveDetailsWorkflowId,
  (input: SaveDetailsInput) => {
    ensureThereStep(input)
    return new WorkflowResponse(saveDetailsStep(input))
  }
)
