import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import { deliverNotices } from "./deliver-notices"

const resendStep = createStep(
  "resend-notice",
  // no undo: what is sent is sent
  async ({ id }: { id: string }, { container }) => {
    const notices = container.resolve<NoticeModuleService>(NOTICE_MODULE)
    await notices.reviveNotice(id)
    await deliverNotices(container, [id])
    return new StepResponse(await notices.retrieveNotice(id))
  }
)

export const resendNoticeWorkflowId = "resend-notice"

/**
 * Gives a dead letter, or one that had no provider, all its tries again, the
 * first of them now. The provider gets the key of before, so that one which did
 * send and did not say so sends nothing.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED for one that was sent or waits anyway.
 */
export const resendNoticeWorkflow = createWorkflow(
  resendNoticeWorkflowId,
  (input: { id: string }) => new WorkflowResponse(resendStep(input))
)
