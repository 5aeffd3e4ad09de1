import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createLocationFulfillmentSetWorkflow,
  createRemoteLinkStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import { ownerLink } from "../../scope/owner-link"

export type CreateSellerFulfillmentSetInput = {
  seller_id: string
  location_id: string
  /** Unique among all sets of the shop. */
  name: string
  type: string
}

export const createSellerFulfillmentSetWorkflowId =
  "create-seller-fulfillment-set"

/**
 * Adds a fulfilment set to a location of the seller and links it to the seller,
 * all or nothing. Medusa's workflow answers nothing, hence the look-up by name.
 */
export const createSellerFulfillmentSetWorkflow = createWorkflow(
  createSellerFulfillmentSetWorkflowId,
  (input: CreateSellerFulfillmentSetInput) => {
    createLocationFulfillmentSetWorkflow.runAsStep({
      input: {
        location_id: input.location_id,
        fulfillment_set_data: { name: input.name, type: input.type },
      },
    })
    const { data: sets } = useQueryGraphStep({
      entity: "fulfillment_set",
      fields: ["id"],
      filters: { name: input.name },
    })
    const links = transform({ sets, input }, ({ sets, input }) =>
      sets.map(({ id }) => ownerLink("fulfillment_set", id, input.seller_id))
    )
    createRemoteLinkStep(links)
    return new WorkflowResponse(sets)
  }
)
