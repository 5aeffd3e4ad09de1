import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { REQUEST_MODULE } from "../../../modules/request"
import type {
  RequestModuleService,
  RequestRow,
} from "../../../modules/request/service"
import { messageOf } from "../../sweeper/describe-error"
import { parsePayload } from "../examine-payload"
import { requestKind } from "../kinds"
import type { RequestKind } from "../request-kind"
import type { RequestResult } from "../request-result"

type MovedRequest = {
  request: RequestRow
  details?: Record<string, unknown>
}

const effectOf = (kind: RequestKind, status: RequestRow["status"]) =>
  status === "accepted"
    ? kind.accept
    : status === "rejected"
      ? kind.reject
      : status === "withdrawn"
        ? kind.withdraw
        : undefined

/**
 * Runs what the kind says about the request's new status, as Medusa's
 * `runAsStep` would: in the same event group, and taken back with the decision.
 * Not by `runAsStep` itself, which must know every workflow when this file
 * loads: a host registers kinds later. Keeps the reason of a failure.
 */
export const runEffectStep = createStep(
  "run-request-effect",
  async ({ request, details }: MovedRequest, { container, ...stepContext }) => {
    const effect = effectOf(requestKind(request.kind), request.status)
    if (!effect) {
      return new StepResponse<RequestResult, null>(null, null)
    }
    try {
      const payload =
        request.status === "accepted"
          ? parsePayload(request.kind, request.payload)
          : request.payload
      const { result, transaction } = await effect(container).run({
        input: { request: { ...request, payload }, details },
        context: {
          ...stepContext.context,
          transactionId: `${request.id}-${request.status}-${stepContext.transactionId}`,
          parentStepIdempotencyKey: stepContext.idempotencyKey,
          preventReleaseEvents: true,
        },
      })
      return new StepResponse(result, { request, transaction })
    } catch (error) {
      // The decision is taken back; why stays with the request, for whoever reads it next.
      await container
        .resolve<RequestModuleService>(REQUEST_MODULE)
        .updateRequests({ id: request.id, failure: messageOf(error) })
      throw error
    }
  },
  async (done, { container, ...stepContext }) => {
    if (!done) {
      return
    }
    const { request, transaction } = done
    await effectOf(
      requestKind(request.kind),
      request.status
    )?.(container).cancel({
      transaction,
      container,
      context: {
        ...stepContext.context,
        transactionId: transaction.transactionId,
        parentStepIdempotencyKey: stepContext.idempotencyKey,
        preventReleaseEvents: true,
        cancelingFromParentStep: true,
      },
    })
  }
)
