import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { AdjustmentSearch } from "../../modules/payout/books/adjustments"
import type { DisputeSearch } from "../../modules/payout/books/disputes"
import type { LedgerSearch } from "../../modules/payout/books/ledger-lines"
import type { Page } from "../../modules/payout/books/pages"
import type { StatementSearch } from "../../modules/payout/statements/find-statements"
import type { PayoutModuleService } from "../../modules/payout/service"

const searchLedgerStep = createStep(
  "search-ledger",
  async (input: LedgerSearch, { container }) =>
    new StepResponse(
      await container
        .resolve<PayoutModuleService>(PAYOUT_MODULE)
        .searchLedger(input)
    )
)

const searchAdjustmentsStep = createStep(
  "search-adjustments",
  async (input: AdjustmentSearch, { container }) =>
    new StepResponse(
      await container
        .resolve<PayoutModuleService>(PAYOUT_MODULE)
        .searchAdjustments(input)
    )
)

const searchDisputesStep = createStep(
  "search-disputes",
  async (input: DisputeSearch, { container }) =>
    new StepResponse(
      await container
        .resolve<PayoutModuleService>(PAYOUT_MODULE)
        .searchDisputes(input)
    )
)

const searchDecisionsStep = createStep(
  "search-payout-decisions",
  async (input: Page & { seller_id: string }, { container }) =>
    new StepResponse(
      await container
        .resolve<PayoutModuleService>(PAYOUT_MODULE)
        .searchDecisions(input)
    )
)

const searchStatementsStep = createStep(
  "search-statements",
  async (input: StatementSearch, { container }) =>
    new StepResponse(
      await container
        .resolve<PayoutModuleService>(PAYOUT_MODULE)
        .searchStatements(input)
    )
)

const readStatementStep = createStep(
  "read-statement",
  async (input: { id: string; seller_id: string }, { container }) =>
    new StepResponse(
      await container
        .resolve<PayoutModuleService>(PAYOUT_MODULE)
        .readStatement(input)
    )
)

/** One page of a seller's ledger: `{ rows, count }`; minor units as decimal text. */
export const listLedgerWorkflow = createWorkflow(
  "list-ledger",
  (input: LedgerSearch) => new WorkflowResponse(searchLedgerStep(input))
)

/** One page of adjustments, newest first: `{ rows, count }`. */
export const listAdjustmentsWorkflow = createWorkflow(
  "list-adjustments",
  (input: AdjustmentSearch) =>
    new WorkflowResponse(searchAdjustmentsStep(input))
)

/** One page of disputes, newest first: `{ rows, count }`. */
export const listDisputesWorkflow = createWorkflow(
  "list-disputes",
  (input: DisputeSearch) => new WorkflowResponse(searchDisputesStep(input))
)

/** One page of what operators decided about a seller's money, newest first: `{ rows, count }`. */
export const listPayoutDecisionsWorkflow = createWorkflow(
  "list-payout-decisions",
  (input: Page & { seller_id: string }) =>
    new WorkflowResponse(searchDecisionsStep(input))
)

/** One page of monthly statements without their lines, newest first: `{ rows, count }`. */
export const listStatementsWorkflow = createWorkflow(
  "list-statements",
  (input: StatementSearch) => new WorkflowResponse(searchStatementsStep(input))
)

/** One statement, whole. @throws MedusaError NOT_FOUND, also for another seller's. */
export const readStatementWorkflow = createWorkflow(
  "read-statement",
  (input: { id: string; seller_id: string }) =>
    new WorkflowResponse(readStatementStep(input))
)
