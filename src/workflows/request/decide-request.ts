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
    const result = runEffectStep(moved)
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

function ensureMovable(
  request: RequestRow,
  { to, actor_type }: DecideRequestInput
): void {
  const kind = requestKind(request.kind)
  const bySeller = to === "declined" || to === "escalated"
  if (bySeller && !kind.sellerDecides) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Request ${request.id} is the operator's to decide`
    )
  }
  const isTheirs =
    request.submitter_type === actor_type ||
    (request.submitter_type === "seller" && actor_type === "member")
  if (to === "withdrawn" && !isTheirs) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Request ${request.id} can be withdrawn only by who made it`
    )
  }
}
