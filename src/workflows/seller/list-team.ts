import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerModuleService } from "../../modules/seller/service"
import type { TeamSearch } from "../../modules/seller/team"

const searchTeamStep = createStep(
  "search-team",
  async (input: TeamSearch, { container }) =>
    new StepResponse(
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .searchTeam(input)
    )
)

export const listTeamWorkflowId = "list-team"

/** Reads the members of one seller with their roles: `{ members, count }`. */
export const listTeamWorkflow = createWorkflow(
  listTeamWorkflowId,
  (input: TeamSearch) => new WorkflowResponse(searchTeamStep(input))
)
