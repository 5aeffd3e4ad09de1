import { MedusaError } from "@medusajs/framework/utils"
import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  MarketplaceEvents,
  type MarketplaceEvent,
  type RequestDecided,
} from "../../events"
import { REQUEST_MODULE } from "../../modules/request"
import type {
  RequestModuleService,
  RequestMove,
  RequestRow,
} from "../../modules/request/service"
import { requestKind } from "./kinds"
import type { RequestResult } from "./request-result"
import { runEffectStep } from "./steps/run-effect"

export type DecideRequestInput = RequestMove & {
  to: "accepted" | "rejected" | "declined" | "escalated" | "withdrawn"
  /** What the effect needs to know of the decision, as its kind says. */
  details?: Record<string, unknown>
}

const events: Record<DecideRequestInput["to"], MarketplaceEvent> = {
  accepted: MarketplaceEvents.REQUEST_ACCEPTED,
  rejected: MarketplaceEvents.REQUEST_REJECTED,
  declined: MarketplaceEvents.REQUEST_DECLINED,
  escalated: MarketplaceEvents.REQUEST_ESCALATED,
  withdrawn: MarketplaceEvents.REQUEST_WITHDRAWN,
}

const moveRequestStep = createStep(
  "move-request",
  async (input: DecideRequestInput, { container }) => {
    const requests = container.resolve<RequestModuleService>(REQUEST_MODULE)
    ensureMovable(await requests.retrieveRequest(input.id), input)
    const { request, undo } = await requests.moveRequest(input)
    return new StepResponse(request, undo)
  },
  async (undo, { container }) => {
    if (undo) {
      await container
        .resolve<RequestModuleService>(REQUEST_MODULE)
        .undoMove(undo)
    }
  }
)

const keepResultStep = createStep(
  "keep-request-result",
  async (input: { id: string; result: RequestResult }, { container }) => {
    const request = await container
      .resolve<RequestModuleService>(REQUEST_MODULE)
      .updateRequests({ ...input, failure: null })
    return new StepResponse(request)
  }
  // no undo: the compensation of the move clears the result
)

export const decideRequestWorkflowId = "decide-request"

/**
 * Decides a request and runs what its kind says, as one: when the effect fails
 * the request is open again and `failure` says why. The first guarded update
 * wins, every other caller is refused before any effect.
 *
 * @returns the request; `result` names what was created or changed.
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED when it is decided already, or not this actor's to move so; CONFLICT when it is not the version that the actor read; what the effect throws.
 */
export const decideRequestWorkflow = createWorkflow(
  decideRequestWorkflowId,
  (input: DecideRequestInput) => {
    const validate = createHook("validate", { input })
    const moved = moveRequestStep(input)
    const result = runEffectStep({
      request: moved,
      details: input.details,
    })
    const request = keepResultStep({ id: input.id, result })
    emitEventStep({
      eventName: transform({ input }, ({ input }) => events[input.to]),
      data: transform({ request }, ({ request }): RequestDecided => ({
        id: request.id,
        kind: request.kind,
        seller_id: request.seller_id,
      })),
    })
    const requestDecided = createHook("requestDecided", { request })
    return new WorkflowResponse(request, { hooks: [validate, requestDecided] })
  }
)

/** Who may take which step, beside what the table of transitions says. */
function ensureMovable(
  request: RequestRow,
  { to, actor_type }: DecideRequestInput
): void {
  const { sellerDecides = false } = requestKind(request.kind)
  const refusal =
    to === "withdrawn"
      ? !isSubmitter(request, actor_type) && "only who made it withdraws it"
      : !sellerDecides
        ? actor_type !== "user" && "it is the operator's to decide"
        : actor_type === "member"
          ? request.status !== "pending" && "it is not the seller's any more"
          : actor_type === "customer"
            ? to !== "escalated" && "it is not the customer's to decide"
            : to === "declined" && "the operator rejects it"
  const isForBoth = to === "declined" || to === "escalated"
  if (refusal || (isForBoth && !sellerDecides)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Request ${request.id} is ${request.status}: ${refusal || "it is the operator's to decide"}`
    )
  }
}

const isSubmitter = (
  { submitter_type }: RequestRow,
  actor: RequestMove["actor_type"]
) =>
  submitter_type === actor ||
  (submitter_type === "seller" && actor === "member")
