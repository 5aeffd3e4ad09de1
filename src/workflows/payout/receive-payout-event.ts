import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import { emitOutboxStep } from "./emit-outbox"

export type ReceivePayoutEventInput = {
  provider_id: string
  /** The raw body, base64: workflows carry plain values. */
  body: string
  headers: Record<string, string>
}

/** no undo: the message is kept; what it says is done from its row. */
const receiveEventStep = createStep(
  "receive-payout-event",
  async (
    { provider_id, body, headers }: ReceivePayoutEventInput,
    { container }
  ) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const id = await payout.receiveProviderEvent({
      ...{ provider_id, headers, body: Buffer.from(body, "base64") },
    })
    return new StepResponse(id ?? null)
  }
)

/** no undo: done from its row. What fails is noted there and comes again with the sweeper. */
const processEventStep = createStep(
  "process-payout-event",
  async (id: string | null, { container }) => {
    if (id) {
      const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
      await payout.processProviderEvents(id)
    }
    return new StepResponse(undefined)
  }
)

export const receivePayoutEventWorkflowId = "receive-payout-event"

/**
 * Verifies a provider's message and keeps it, then does what it says; what
 * could not be done is left to the sweeper `payout-provider-events`. The same
 * message again is kept, and done, once.
 *
 * @returns the id of its row, `null` for a repeat.
 * @throws MedusaError UNAUTHORIZED when it is forged, NOT_FOUND for an unknown provider.
 */
export const receivePayoutEventWorkflow = createWorkflow(
  receivePayoutEventWorkflowId,
  (input: ReceivePayoutEventInput) => {
    const id = receiveEventStep(input)
    processEventStep(id)
    emitOutboxStep()
    return new WorkflowResponse(id)
  }
)
