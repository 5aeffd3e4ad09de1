import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"
import { withLocks } from "../locking/hold-locks"
import { endPlacingSet } from "./end-placing-set"
import { releasePayment } from "./release-payment"

export type ReleaseOrderSetInput = {
  id: string
  /** Seconds to wait for whoever works on the cart. Default 5. */
  timeout?: number
}

const releaseOrderSetStep = createStep(
  "release-order-set",
  // no undo: what it gives back stays given back
  async ({ id, timeout = 5 }: ReleaseOrderSetInput, { container }) => {
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    const { cart_id } = await sets.retrieveOrderSet(id)
    const changed = await withLocks(
      container,
      { keys: [cart_id], timeout },
      () => releaseOrderSet(container, id)
    )
    return new StepResponse(changed)
  }
)

export const releaseOrderSetWorkflowId = "release-order-set"

/**
 * Ends a set that did not become placed. One that was left `placing` is
 * finished when everything before its payment is there, else its rows are
 * removed; a failed one gives back what its payment session took. Runs on rows
 * alone: at once after a failure and again by the sweeper, harmless at any time.
 *
 * @returns Whether anything changed.
 * @throws MedusaError CONFLICT while somebody else works on the cart.
 */
export const releaseOrderSetWorkflow = createWorkflow(
  releaseOrderSetWorkflowId,
  (input: ReleaseOrderSetInput) =>
    new WorkflowResponse(releaseOrderSetStep(input))
)

/** The same for a caller that holds the lock on the cart. */
export async function releaseOrderSet(
  container: MedusaContainer,
  id: string
): Promise<boolean> {
  const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
  const left = await sets.retrieveOrderSet(id)
  if (left.status === "placed") {
    return false
  }
  if (left.status === "placing") {
    await endPlacingSet(container, id)
  }
  const set = await sets.retrieveOrderSet(id)
  const { payment_session_id } = set
  if (set.status === "failed" && payment_session_id) {
    await releasePayment(container, { ...set, payment_session_id })
    await sets.settleFailedOrderSet(id)
    return true
  }
  return left.status === "placing"
}
