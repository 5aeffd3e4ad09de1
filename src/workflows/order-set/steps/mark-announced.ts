import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_SET_MODULE } from "../../../modules/order-set"
import type { OrderSetModuleService } from "../../../modules/order-set/service"

/** Answers `false` when somebody else marked the set before. */
export const markAnnouncedStep = createStep(
  "mark-order-set-announced",
  // no undo: an event that somebody received is out
  async ({ id }: { id: string }, { container }) => {
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    return new StepResponse(await sets.markAnnounced(id))
  }
)
