import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { REQUEST_MODULE } from "../../modules/request"
import type {
  RequestContent,
  RequestModuleService,
  RequestRow,
} from "../../modules/request/service"
import { openStatuses } from "../../modules/request/transitions"
import type { RequestDiff } from "../../modules/request/types"
import { examinePayload, parsePayload } from "./examine-payload"
import { requestKind } from "./kinds"
import { withoutRepeats } from "./request-diff"
import type { SubmitRequestInput } from "./request-kind"

/** A request, and what it was before when the submission joined one that was open. */
export type Kept = { request: RequestRow; before: RequestContent | null }

/**
 * Keeps what somebody asks for as a request of its own, or as the next version
 * of the open one where the kind merges.
 *
 * @throws MedusaError as `submitRequestWorkflow` says.
 */
export async function keepSubmission(
  container: MedusaContainer,
  submission: SubmitRequestInput
): Promise<Kept> {
  const requests = container.resolve<RequestModuleService>(REQUEST_MODULE)
  const { kind: name, ...submitter } = submission
  const kind = requestKind(name)
  const asked = parsePayload(name, submission.payload)
  const subject_id = kind.subject(asked, submitter)
  const [open] = await requests.listRequests(
    { kind: name, subject_id, status: [...openStatuses] },
    { take: 1 }
  )
  if (!open) {
    const examined = await examinePayload(container, submission)
    // Of parallel submissions the unique index lets one through.
    const request = await requests.createRequests({
      ...submission,
      ...examined,
      status: "pending",
    })
    return { request, before: null }
  }
  if (!kind.merge) {
    // A kind may have better words for it.
    await kind.examine?.(container, { payload: asked, submitter })
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      `Request ${open.id} for "${open.title}" is open: change or withdraw it`
    )
  }
  const { title, payload, diff } = await examinePayload(container, {
    ...submission,
    payload: kind.merge(open.payload, asked),
  })
  return await requests.rewriteRequest({
    id: open.id,
    title,
    payload,
    // Written by an earlier examination of this kind.
    diff: diff && keepFirst(open.diff as RequestDiff | null, diff),
    attachments: submission.attachments ?? undefined,
    revision: open.revision,
  })
}

/** What a wish was made against does not change because another one joins it. */
function keepFirst(
  earlier: RequestDiff | null,
  diff: RequestDiff
): RequestDiff {
  return withoutRepeats(
    Object.fromEntries(
      Object.entries(diff).map(([path, { from, to }]) => [
        path,
        { from: earlier?.[path] ? earlier[path].from : from, to },
      ])
    )
  )
}
