import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type RequestSubmitted } from "../../events"
import { REQUEST_MODULE } from "../../modules/request"
import type {
  RequestContent,
  RequestModuleService,
} from "../../modules/request/service"
import { keepSubmission, type Kept } from "./keep-submission"
import type { SubmitRequestInput } from "./request-kind"

type Undo = { created: string[]; rewritten: RequestContent[] }

const keepSubmissionsStep = createStep(
  "keep-submissions",
  async (submissions: SubmitRequestInput[], { container }) => {
    const kept: Kept[] = []
    try {
      for (const submission of submissions) {
        kept.push(await keepSubmission(container, submission))
      }
    } catch (error) {
      // A step that fails is not compensated: what it kept so far goes.
      await undo(container.resolve(REQUEST_MODULE), undoOf(kept))
      throw error
    }
    return new StepResponse(kept, undoOf(kept))
  },
  async (before, { container }) => {
    if (before) {
      await undo(container.resolve(REQUEST_MODULE), before)
    }
  }
)

export const submitRequestsWorkflowId = "submit-requests"

/**
 * Puts several things before the operator, all or none; see `submitRequestWorkflow`.
 *
 * @returns the requests in the order of the input.
 */
export const submitRequestsWorkflow = createWorkflow(
  submitRequestsWorkflowId,
  (input: SubmitRequestInput[]) => {
    const kept = keepSubmissionsStep(input)
    emitEventStep({
      eventName: MarketplaceEvents.REQUEST_SUBMITTED,
      data: transform({ kept }, ({ kept }) => newOnes(kept)),
    })
    return new WorkflowResponse(
      transform({ kept }, ({ kept }) => kept.map(({ request }) => request))
    )
  }
)

export const submitRequestWorkflowId = "submit-request"

/**
 * Puts something before the operator. While a request for the same kind and
 * subject is open, a kind that merges takes it in as a next version; else a
 * second one is refused, by a unique index also under parallel calls.
 *
 * @throws MedusaError INVALID_DATA naming a field of the payload, or when a parallel call was first; CONFLICT when one is open already; NOT_ALLOWED for an unknown kind.
 */
export const submitRequestWorkflow = createWorkflow(
  submitRequestWorkflowId,
  (input: SubmitRequestInput) => {
    const kept = keepSubmissionsStep(
      transform({ input }, ({ input }) => [input])
    )
    emitEventStep({
      eventName: MarketplaceEvents.REQUEST_SUBMITTED,
      data: transform({ kept }, ({ kept }) => newOnes(kept)),
    })
    return new WorkflowResponse(
      // One submission keeps one request.
      transform({ kept }, ({ kept: [one] }) => (one as Kept).request)
    )
  }
)

const newOnes = (kept: Kept[]): RequestSubmitted[] =>
  kept.flatMap(({ request, before }) =>
    before
      ? []
      : [{ id: request.id, kind: request.kind, seller_id: request.seller_id }]
  )

const undoOf = (kept: Kept[]): Undo => ({
  created: kept.flatMap(({ request, before }) => (before ? [] : [request.id])),
  rewritten: kept.flatMap(({ before }) => before ?? []).reverse(),
})

async function undo(
  requests: RequestModuleService,
  { created, rewritten }: Undo
): Promise<void> {
  for (const content of rewritten) {
    await requests.rewriteRequest(content)
  }
  if (created.length) {
    await requests.deleteRequests(created)
  }
}
