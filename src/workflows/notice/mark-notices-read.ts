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

export type MarkNoticesReadInput = Pick<FeedPage, "seller_id" | "reader_id"> & {
  /** Without them the whole feed. */
  ids?: string[]
}

const markReadStep = createStep(
  "mark-notices-read",
  // no undo: the only step, and reading again is harmless
  async ({ ids, ...feed }: MarkNoticesReadInput, { container }) =>
    new StepResponse(
      await container
        .resolve<NoticeModuleService>(NOTICE_MODULE)
        .markRead(feed, ids)
    )
)

export const markNoticesReadWorkflowId = "mark-notices-read"

/** Marks lines of a feed as read by one reader; answers how many are newly read. */
export const markNoticesReadWorkflow = createWorkflow(
  markNoticesReadWorkflowId,
  (input: MarkNoticesReadInput) => new WorkflowResponse(markReadStep(input))
)
