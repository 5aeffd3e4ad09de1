import type {
  CreatePriceListPriceWorkflowDTO,
  UpdatePriceListPriceWorkflowDTO,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { batchPriceListPricesWorkflow } from "@medusajs/medusa/core-flows"

export type ChangePriceListPricesInput = {
  /** Price list, checked to be the seller's own, as everything else here. */
  id: string
  create?: CreatePriceListPriceWorkflowDTO[]
  update?: UpdatePriceListPriceWorkflowDTO[]
  /** Prices that go. */
  delete?: string[]
  /** Products whose prices in this list all go. */
  remove?: string[]
}

/** Reads only: the prices that go, named or of the products that are removed. */
const findPricesToDeleteStep = createStep(
  "find-price-list-prices-to-delete",
  async (
    {
      id,
      delete: named = [],
      remove = [],
    }: Pick<ChangePriceListPricesInput, "id" | "delete" | "remove">,
    { container }
  ) => {
    if (!remove.length) {
      return new StepResponse(named)
    }
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "price",
        fields: ["id"],
        filters: {
          price_list_id: id,
          price_set: { variant: { product_id: remove } },
        },
      })
    return new StepResponse([
      ...new Set([...named, ...data.map((price) => price.id)]),
    ])
  }
)

export const changePriceListPricesWorkflowId = "change-price-list-prices"

/** Adds, changes and takes away prices of one price list with Medusa's batch, all or nothing; products can be taken out as a whole. */
export const changePriceListPricesWorkflow = createWorkflow(
  changePriceListPricesWorkflowId,
  (input: ChangePriceListPricesInput) => {
    const ids = findPricesToDeleteStep(input)
    const result = batchPriceListPricesWorkflow.runAsStep({
      input: transform({ input, ids }, ({ input, ids }) => ({
        data: {
          id: input.id,
          create: input.create ?? [],
          update: input.update ?? [],
          delete: ids,
        },
      })),
    })
    return new WorkflowResponse(result)
  }
)
