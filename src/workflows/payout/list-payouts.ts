import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutSearch } from "../../modules/payout/payouts/search"
import type { PayoutModuleService } from "../../modules/payout/service"

const listPayoutsStep = createStep(
  "list-payouts",
  async (search: PayoutSearch, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    return new StepResponse(await payout.searchPayouts(search))
  }
)

export const listPayoutsWorkflowId = "list-payouts"

/** One page of payouts: `{ payouts, count }`, amounts in minor units. Only reads. */
export const listPayoutsWorkflow = createWorkflow(
  listPayoutsWorkflowId,
  (search: PayoutSearch) => new WorkflowResponse(listPayoutsStep(search))
)

export type RetrievePayoutInput = {
  id: string
  /** Only when it is this seller's. */
  seller_id?: string
  limit: number
  offset: number
}

const retrievePayoutStep = createStep(
  "retrieve-payout",
  async (input: RetrievePayoutInput, { container }) => {
    const service = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const { id, seller_id, limit, offset } = input
    const { payouts } = await service.searchPayouts({
      ids: [id],
      ...(seller_id !== undefined && { seller_ids: [seller_id] }),
      ...{ limit: 1, offset: 0 },
    })
    const [payout] = payouts
    if (!payout) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Payout with id: ${id} was not found`
      )
    }
    const page = { payout_id: id, limit, offset }
    const entries = await service.listPayoutEntries(page)
    return new StepResponse({ payout, ...entries })
  }
)

export const retrievePayoutWorkflowId = "retrieve-payout"

/**
 * One payout with a page of what it settled: `{ payout, items, count }`. Only reads.
 *
 * @throws MedusaError NOT_FOUND also for another seller's.
 */
export const retrievePayoutWorkflow = createWorkflow(
  retrievePayoutWorkflowId,
  (input: RetrievePayoutInput) =>
    new WorkflowResponse(retrievePayoutStep(input))
)
