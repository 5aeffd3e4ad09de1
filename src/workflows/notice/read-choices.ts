import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"

const readChoicesStep = createStep(
  "read-notice-choices",
  async (
    { seller_id, member_id }: { seller_id: string; member_id: string },
    { container }
  ) => {
    const choices = await container
      .resolve<NoticeModuleService>(NOTICE_MODULE)
      .choicesOf(seller_id, [member_id])
    return new StepResponse(choices.get(member_id) ?? null)
  }
)

export const readNoticeChoicesWorkflowId = "read-notice-choices"

/** What a member chose at a seller; null before it chose anything. */
export const readNoticeChoicesWorkflow = createWorkflow(
  readNoticeChoicesWorkflowId,
  (input: { seller_id: string; member_id: string }) =>
    new WorkflowResponse(readChoicesStep(input))
)
