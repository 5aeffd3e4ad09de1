import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type TransferChanged } from "../../events"
import { TRANSFER_MODULE } from "../../modules/transfer"
import type {
  TransferModuleService,
  TransferRecord,
} from "../../modules/transfer/service"
import type { TransferKind } from "../../modules/transfer/types"
import { exportOrders } from "./export-orders"
import { exportProducts } from "./export-products"
import { importProducts } from "./import-products"
import { refusalOf } from "./refusal"

/** Works until it is done, says how far it is, and answers the id of the file that it wrote. */
type Worker = (
  container: MedusaContainer,
  transfer: TransferRecord
) => Promise<string | undefined>

const workers: Record<TransferKind, Worker> = {
  product_import: importProducts,
  product_export: exportProducts,
  order_export: exportOrders,
}

const workStep = createStep(
  "work-on-transfer",
  async ({ id }: { id: string }, { container }) => {
    const transfers = container.resolve<TransferModuleService>(TRANSFER_MODULE)
    const claimed = await transfers.claimTransfer(id)
    if (!claimed) {
      return new StepResponse<TransferChanged | null>(null)
    }
    try {
      const document_id = await workers[claimed.kind](container, claimed)
      await transfers.finishTransfer(id, { document_id })
    } catch (error) {
      const reason = refusalOf(error)
      if (!reason) {
        // The lease runs out, and somebody goes on from the rows.
        throw error
      }
      await transfers.finishTransfer(id, { error: reason })
    }
    const { kind, seller_id, status } = await transfers.retrieveTransfer(id)
    // no undo: what was read and written stays
    return new StepResponse<TransferChanged | null>({
      ...{ id, kind, seller_id, status },
    })
  }
)

export const runTransferWorkflowId = "run-transfer"

/**
 * Reads or writes the file of a transfer, from where it broke off. One worker at
 * a time; a finished one is left alone.
 *
 * @returns what became of it, or `null` when there was nothing to do.
 */
export const runTransferWorkflow = createWorkflow(
  runTransferWorkflowId,
  (input: { id: string }) => {
    const ended = workStep(input)
    when({ ended }, ({ ended }) => Boolean(ended)).then(() => {
      emitEventStep({
        eventName: MarketplaceEvents.TRANSFER_FINISHED,
        // It is there, as asked one line above.
        data: transform({ ended }, ({ ended }) => ended as TransferChanged),
      })
    })
    return new WorkflowResponse(ended)
  }
)
