import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  removePreparedMark,
  setPreparedMark,
  type Prepared,
} from "../prepared-mark"

/** Says that everything before the payment is there, and counts the cart's promotions. */
export const markPreparedStep = createStep(
  "mark-prepared",
  async (prepared: Prepared, { container }) => {
    await setPreparedMark(container, prepared)
    return new StepResponse(undefined, prepared)
  },
  async (prepared, { container }) => {
    if (prepared) {
      await removePreparedMark(container, prepared)
    }
  }
)
