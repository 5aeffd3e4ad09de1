import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import type { NoticeChoices } from "../../modules/notice/types"

export type ChooseNoticesInput = {
  seller_id: string
  member_id: string
  /** `null` takes the choice back; absent keeps it. */
  locale?: NoticeChoices["locale"]
  topics?: NoticeChoices["topics"]
}

const chooseNoticesStep = createStep(
  "choose-notices",
  async (
    { seller_id, member_id, locale, topics }: ChooseNoticesInput,
    { container }
  ) => {
    const notices = container.resolve<NoticeModuleService>(NOTICE_MODULE)
    const of = { seller_id, member_id }
    const before = (await notices.choicesOf(seller_id, [member_id])).get(
      member_id
    ) ?? { locale: null, topics: {} }
    const chosen = {
      locale: locale === undefined ? before.locale : locale,
      topics: { ...before.topics, ...topics },
    }
    await notices.choose(of, chosen)
    return new StepResponse(chosen, { of, before })
  },
  async (done, { container }) => {
    if (done) {
      await container
        .resolve<NoticeModuleService>(NOTICE_MODULE)
        .choose(done.of, done.before)
    }
  }
)

export const chooseNoticesWorkflowId = "choose-notices"

/** What a member wants to be told by mail at one seller; what is not named stays. */
export const chooseNoticesWorkflow = createWorkflow(
  chooseNoticesWorkflowId,
  (input: ChooseNoticesInput) => new WorkflowResponse(chooseNoticesStep(input))
)
