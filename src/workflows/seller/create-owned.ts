import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { createRemoteLinkStep } from "@medusajs/medusa/core-flows"
import { ownerLink, type LinkedEntity } from "../../scope/owner-link"

/** What every workflow of `createOwned` takes: whose the rows become, and the input of Medusa's workflow. */
export type OwnedInput<TInput> = { seller_id: string; input: TInput }

type CoreWorkflow<TInput, TRow> = {
  runAsStep: (args: { input: TInput }) => WorkflowData<TRow[]>
}

/**
 * Makes a workflow that creates rows with Medusa's own workflow and links each
 * to its seller. Fails as a whole: when a link cannot be made, Medusa's
 * compensation takes the rows back.
 *
 * @param id - Workflow id.
 * @param core - Medusa's workflow; runs as a step, its hooks stay the host's.
 * @param entity - What `core` answers a list of.
 */
export function createOwned<TInput, TRow extends { id: string }>(
  id: string,
  core: CoreWorkflow<TInput, TRow>,
  entity: LinkedEntity
) {
  return createWorkflow(id, (input: OwnedInput<TInput>) => {
    const rows = core.runAsStep({ input: input.input })
    const links = transform({ rows, input }, ({ rows, input }) =>
      rows.map((row) => ownerLink(entity, row.id, input.seller_id))
    )
    createRemoteLinkStep(links)
    return new WorkflowResponse(rows)
  })
}
