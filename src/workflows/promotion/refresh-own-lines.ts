import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ownLinesAttributes } from "../../scope/own-lines"
import { sellerFilter } from "../../scope/seller-filter"
import { toSellerId, type SellerId } from "../../scope/seller-id"
import { readProfileIds } from "./own-lines-rules"

export type RefreshOwnLinesInput = { seller_id: string }

type RuleValues = { id: string; values: string[] }

const guards = new Set<string>(Object.values(ownLinesAttributes))

/** One write for all rules that say something else than the seller's profiles of now. */
const refreshOwnLinesStep = createStep(
  "refresh-own-lines",
  async ({ seller_id }: RefreshOwnLinesInput, { container }) => {
    const sellerId = toSellerId(seller_id)
    const profileIds = await readProfileIds(container, sellerId)
    const rules = await readGuardRules(container, sellerId)
    const before = rules.filter(
      ({ values }) => values.join() !== profileIds.join()
    )
    await writeValues(
      container,
      profileIds.length
        ? before.map(({ id }) => ({ id, values: profileIds }))
        : []
    )
    return new StepResponse({ changed: before.length }, before)
  },
  async (before, { container }) => {
    await writeValues(container, before ?? [])
  }
)

export const refreshOwnLinesWorkflowId = "refresh-own-lines"

/**
 * Brings the rules that hold a seller's promotions to its own lines in step with
 * its shipping profiles. Run it after a profile was made and after a promotion
 * was: whichever of two at once comes last sees both. Idempotent. A profile that
 * is gone needs no run, as nothing ships under it.
 */
export const refreshOwnLinesWorkflow = createWorkflow(
  refreshOwnLinesWorkflowId,
  (input: RefreshOwnLinesInput) =>
    new WorkflowResponse(refreshOwnLinesStep(input))
)

type Rule = {
  id: string
  attribute: string
  values: { value?: string | null }[]
}

async function readGuardRules(
  container: MedusaContainer,
  sellerId: SellerId
): Promise<RuleValues[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "promotion",
      fields: ["target_rules", "buy_rules"].flatMap((kind) =>
        ["id", "attribute", "values.value"].map(
          (field) => `application_method.${kind}.${field}`
        )
      ),
      filters: sellerFilter(sellerId),
    })
  return data
    .flatMap(({ application_method: method }): Rule[] => [
      ...(method?.target_rules ?? []),
      ...(method?.buy_rules ?? []),
    ])
    .filter(({ attribute }) => guards.has(attribute))
    .map(({ id, values }) => ({
      id,
      values: values.map(({ value }) => value ?? "").sort(),
    }))
}

async function writeValues(
  container: MedusaContainer,
  rules: RuleValues[]
): Promise<void> {
  if (rules.length) {
    await container.resolve(Modules.PROMOTION).updatePromotionRules(rules)
  }
}
