import { MedusaError } from "@medusajs/framework/utils"
import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type RequestDecided } from "../../events"
import { REQUEST_MODULE } from "../../modules/request"
import type { RequestModuleService } from "../../modules/request/service"
import { requestKinds } from "./kinds"
import type { RequestResult } from "./request-result"

export type DecideRequestInput = {
  id: string
  to: "accepted" | "rejected"
  /** User id of the operator. */
  actor_id: string
  note: string | null
}

const moveRequestStep = createStep(
  "move-request",
  async (input: DecideRequestInput, { container }) => {
    const requests = container.resolve<RequestModuleService>(REQUEST_MODULE)
    const { kind } = await requests.retrieveRequest(input.id)
    if (!requestKinds[kind]) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Request ${input.id} is of the unknown kind ${kind}`
      )
    }
    const moved = await requests.moveRequest(input)
    return new StepResponse(moved, { id: input.id, to: input.to })
  },
  async (move, { container }) => {
    if (move) {
      await container
        .resolve<RequestModuleService>(REQUEST_MODULE)
        .undoMove(move)
    }
  }
)

const keepResultStep = createStep(
  "keep-request-result",
  async (input: { id: string; result: RequestResult }, { container }) => {
    const request = await container
      .resolve<RequestModuleService>(REQUEST_MODULE)
      .updateRequests(input)
    return new StepResponse(request)
  }
  // no undo: the compensation of the move clears the result
)

export const decideRequestWorkflowId = "decide-request"

/**
 * Decides a request and runs what its kind says, as one: when the effect fails
 * the request is open again. The first guarded update wins, every other caller
 * is refused before any effect.
 *
 * @returns the decided request; `result` names what was created or changed.
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED when it is decided already; what the effect throws.
 */
export const decideRequestWorkflow = createWorkflow(
  decideRequestWorkflowId,
  (input: DecideRequestInput) => {
    const validate = createHook("validate", { input })
    const moved = moveRequestStep(input)
    const effects = Object.entries(requestKinds).flatMap(([kind, run]) => [
      when(
        `accept-${kind}`,
        { moved },
        ({ moved }) => moved.kind === kind && moved.status === "accepted"
      ).then(() => run.accept.runAsStep({ input: { request: moved } })),
      when(
        `reject-${kind}`,
        { moved },
        ({ moved }) => moved.kind === kind && moved.status === "rejected"
      ).then(() => run.reject.runAsStep({ input: { request: moved } })),
    ])
    const request = keepResultStep(
      transform({ input, effects }, ({ input, effects }) => ({
        id: input.id,
        result: effects.find((effect) => !!effect) ?? null,
      }))
    )
    emitEventStep({
      eventName: transform({ input }, ({ input }) =>
        input.to === "accepted"
          ? MarketplaceEvents.REQUEST_ACCEPTED
          : MarketplaceEvents.REQUEST_REJECTED
      ),
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
