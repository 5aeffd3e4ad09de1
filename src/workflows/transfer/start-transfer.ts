import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents } from "../../events"
import { TRANSFER_MODULE } from "../../modules/transfer"
import type { TransferModuleService } from "../../modules/transfer/service"
import type { TransferKind } from "../../modules/transfer/types"
import { ensurePrivateStore } from "../document/ensure-private-store"

export type StartTransferInput = {
  kind: TransferKind
  seller_id: string
  member_id: string
  /** What is exported, as the worker of its kind takes it. */
  input?: Record<string, unknown>
  /** The private file that is imported. */
  document_id?: string
}

const createTransferStep = createStep(
  "create-transfer",
  async (input: StartTransferInput, { container }) => {
    ensurePrivateStore(container)
    const transfer = await container
      .resolve<TransferModuleService>(TRANSFER_MODULE)
      .createTransfers(input)
    return new StepResponse(transfer, transfer.id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<TransferModuleService>(TRANSFER_MODULE)
        .deleteTransfers(id)
    }
  }
)

export const startTransferWorkflowId = "start-transfer"

/**
 * Writes down what is to be read or written in the background. Whoever hears of
 * it begins at once; the sweeper `unfinished-transfers` does for certain.
 *
 * @throws MedusaError NOT_ALLOWED when the file provider would make the file public.
 */
export const startTransferWorkflow = createWorkflow(
  startTransferWorkflowId,
  (input: StartTransferInput) => {
    const transfer = createTransferStep(input)
    emitEventStep({
      eventName: MarketplaceEvents.TRANSFER_STARTED,
      data: transform(
        { transfer },
        ({ transfer: { id, kind, seller_id } }) => ({
          ...{ id, kind, seller_id },
        })
      ),
    })
    return new WorkflowResponse(transfer)
  }
)
