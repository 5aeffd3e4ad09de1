import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { NOTICE_MODULE } from "../../modules/notice"
import type {
  FeedPage,
  NoticeModuleService,
} from "../../modules/notice/service"

const readFeedStep = createStep(
  "read-notice-feed",
  async (page: FeedPage, { container }) =>
    new StepResponse(
      await container.resolve<NoticeModuleService>(NOTICE_MODULE).readFeed(page)
    )
)

export const readFeedWorkflowId = "read-notice-feed"

/** One page of a seller's or the operator's feed, newest first, with what its reader has read. */
export const readFeedWorkflow = createWorkflow(
  readFeedWorkflowId,
  (input: FeedPage) => new WorkflowResponse(readFeedStep(input))
)
