import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import type { DueStatement } from "../../modules/payout/statements/issue-statement"
import type { StatementParty } from "../../modules/payout/statements/statement-types"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerModuleService } from "../../modules/seller/service"
import { mendEach } from "../sweeper/mend-each"
import type { SweepCounts } from "../sweeper/registry"
import { emitOutboxStep } from "./emit-outbox"
import { registerSweeper } from "../sweeper/registry"

export type IssueStatementsInput = {
  seller_id: string
  /** A month in UTC, e.g. `2026-11`. */
  period: string
  created_by: string
}

const pageSize = 100

/** no undo: a statement is final, and its number is taken. */
const issueStatementsStep = createStep(
  "issue-statements",
  async (input: IssueStatementsInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const { balances } = await payout.readBalances(input.seller_id)
    const ids: string[] = []
    for (const { currency_code } of balances) {
      const id = await issue(container, { ...input, currency_code })
      ids.push(...(id ? [id] : []))
    }
    if (!ids.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `period: nothing was booked for seller ${input.seller_id} in ${input.period}`
      )
    }
    const { rows } = await payout.searchStatements({
      ...{ ids, limit: ids.length, offset: 0 },
    })
    return new StepResponse(rows)
  }
)

export const issueStatementsWorkflowId = "issue-statements"

/**
 * Freezes a finished month of one seller, a statement for each currency; those
 * that are there already stay as they are.
 *
 * @returns the month's statements without their lines.
 * @throws MedusaError NOT_FOUND when nothing was booked; NOT_ALLOWED while the month goes on, or when an earlier one has none.
 */
export const issueStatementsWorkflow = createWorkflow(
  issueStatementsWorkflowId,
  (input: IssueStatementsInput) => {
    const statements = issueStatementsStep(input)
    emitOutboxStep()
    return new WorkflowResponse(statements)
  }
)

/** Until each finished month has its statement: a seller's next month is due once this one is there. */
async function sweepStatements(
  container: MedusaContainer
): Promise<SweepCounts> {
  const counts: SweepCounts = { found: 0, mended: 0, failed: 0 }
  for (;;) {
    const pass = await issueDueStatements(container)
    counts.found += pass.mended
    counts.mended += pass.mended
    if (!pass.mended) {
      const { failed, error } = pass
      return { ...counts, found: counts.found + failed, failed, error }
    }
  }
}

/** One month of each seller and currency, page by page. */
async function issueDueStatements(
  container: MedusaContainer
): Promise<SweepCounts> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const counts: SweepCounts = { found: 0, mended: 0, failed: 0 }
  let after: DueStatement | undefined
  for (;;) {
    const page = await payout.findDueStatements({ after, limit: pageSize })
    after = page.at(-1)
    if (!after) {
      return counts
    }
    const found = await mendEach(container, page, async (due) =>
      Boolean(await issue(container, due))
    )
    counts.found += found.found
    counts.mended += found.mended
    counts.failed += found.failed
    counts.error = found.error ?? counts.error
  }
}

registerSweeper({ name: "seller-statements", sweep: sweepStatements })

async function issue(
  container: MedusaContainer,
  due: DueStatement & { created_by?: string }
): Promise<string | undefined> {
  return await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .issueStatement({
      ...due,
      issuer: await readIssuer(container),
      seller: await readParty(container, due.seller_id),
    })
}

async function readIssuer(container: MedusaContainer): Promise<StatementParty> {
  const { options } = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  if (options.statementIssuer) {
    return options.statementIssuer
  }
  const [store] = await container
    .resolve(Modules.STORE)
    .listStores({}, { take: 1 })
  return { name: store?.name ?? "Marketplace" }
}

/** A seller that is gone keeps its books: its id stands for its name then. */
async function readParty(
  container: MedusaContainer,
  id: string
): Promise<StatementParty> {
  const { sellers } = await container
    .resolve<SellerModuleService>(SELLER_MODULE)
    .searchSellers({ ids: [id], limit: 1, offset: 0 })
  const [seller] = sellers
  const place = [seller?.postal_code, seller?.city].filter(Boolean).join(" ")
  const address = [seller?.address_line, place, seller?.country_code]
  return {
    ...{ id, name: seller?.name ?? id, tax_id: seller?.tax_id ?? null },
    address: address.filter(Boolean).join(", ") || null,
  }
}
