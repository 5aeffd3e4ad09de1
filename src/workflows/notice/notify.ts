import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import { deliverNotices } from "./deliver-notices"
import { planNotices, type Told } from "./plan-notices"

const keepNoticesStep = createStep(
  "keep-notices",
  // no undo: what happened is to be told, whoever stumbles after it
  async (input: Told, { container }) => {
    const ids = await container
      .resolve<NoticeModuleService>(NOTICE_MODULE)
      .keepNotices(await planNotices(container, input))
    return new StepResponse(ids)
  }
)

const deliverKeptStep = createStep(
  "deliver-kept-notices",
  // no undo: what is sent is sent
  async (ids: string[], { container }) =>
    new StepResponse(await deliverNotices(container, ids))
)

export const notifyWorkflowId = "notify"

/**
 * Tells everybody whom the table names of one event: keeps a notice for each
 * recipient and channel, then sends. An event that comes again finds its notices
 * kept and sends nothing; what could not be sent is tried again by a sweeper.
 *
 * @throws MedusaError UNEXPECTED_STATE when the payload lacks the id that it is named for.
 */
export const notifyWorkflow = createWorkflow(
  notifyWorkflowId,
  (input: Told) => {
    const ids = keepNoticesStep(input)
    return new WorkflowResponse(deliverKeptStep(ids))
  }
)
