import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import type { NewNotice } from "../../modules/notice/types"
import { planNotices, type Told } from "./plan-notices"

export const keepNoticesStep = createStep(
  "keep-notices",
  // no undo: what happened is to be told, whoever stumbles after it
  async (events: Told[], { container }) => {
    const planned: NewNotice[] = []
    for (const told of events) {
      planned.push(...(await planNotices(container, told)))
    }
    const ids = await container
      .resolve<NoticeModuleService>(NOTICE_MODULE)
      .keepNotices(planned)
    return new StepResponse(ids)
  }
)

export const keepNoticesWorkflowId = "keep-notices"

/**
 * Keeps the notices of some events and sends nothing: from then on it is certain
 * that they are told. What was kept before stays as it is.
 *
 * @returns The ids of those that are new: who keeps them sends them.
 * @throws MedusaError UNEXPECTED_STATE when a payload lacks the id that it is named for.
 */
export const keepNoticesWorkflow = createWorkflow(
  keepNoticesWorkflowId,
  (input: { events: Told[] }) =>
    new WorkflowResponse(keepNoticesStep(input.events))
)
