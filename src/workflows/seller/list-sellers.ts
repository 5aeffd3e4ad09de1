import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerSearch } from "../../modules/seller/search"
import type { SellerModuleService } from "../../modules/seller/service"

const searchSellersStep = createStep(
  "search-sellers",
  async (input: SellerSearch, { container }) =>
    new StepResponse(
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .searchSellers(input)
    )
)

export const listSellersWorkflowId = "list-sellers"

/** Reads sellers with their private profiles, for the seller itself or the operator: `{ sellers, count }`. */
export const listSellersWorkflow = createWorkflow(
  listSellersWorkflowId,
  (input: SellerSearch) => new WorkflowResponse(searchSellersStep(input))
)
