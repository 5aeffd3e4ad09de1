import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { REQUEST_MODULE } from "../../modules/request"
import type {
  RequestContent,
  RequestModuleService,
} from "../../modules/request/service"
import { requestTransitions } from "../../modules/request/transitions"
import { decideRequestWorkflow } from "./decide-request"
import { rewriteRequest, type EditRequestInput } from "./edit-request"
import type { SubmitRequestInput } from "./request-kind"
import { submitRequestsWorkflow } from "./submit-request"

export type BatchRequestsInput = {
  member_id: string
  create: SubmitRequestInput[]
  /** Ids checked to be the seller's own. */
  update: EditRequestInput[]
  /** Ids checked to be the seller's own: what is withdrawn. */
  delete: string[]
}

/** Reads only: what is to be withdrawn still can be. */
const ensureWithdrawableStep = createStep(
  "ensure-requests-withdrawable",
  async (ids: string[], { container }) => {
    const requests = ids.length
      ? await container
          .resolve<RequestModuleService>(REQUEST_MODULE)
          .listRequests({ id: ids }, { select: ["id", "status"] })
      : []
    const late = requests.find(
      ({ status }) => !requestTransitions.withdrawn.includes(status)
    )
    if (late) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Request ${late.id} is already ${late.status}`
      )
    }
    return new StepResponse(undefined)
  }
)

const rewriteRequestsStep = createStep(
  "rewrite-requests",
  async (edits: EditRequestInput[], { container }) => {
    const requests = container.resolve<RequestModuleService>(REQUEST_MODULE)
    const before: RequestContent[] = []
    try {
      for (const edit of edits) {
        before.unshift((await rewriteRequest(container, edit)).before)
      }
    } catch (error) {
      // A step that fails is not compensated: what it rewrote so far goes back.
      await putBack(requests, before)
      throw error
    }
    return new StepResponse(undefined, before)
  },
  async (before, { container }) => {
    await putBack(container.resolve(REQUEST_MODULE), before ?? [])
  }
)

const withdrawRequestsStep = createStep(
  "withdraw-requests",
  async (
    { ids, member_id }: { ids: string[]; member_id: string },
    { container }
  ) => {
    for (const id of ids) {
      await decideRequestWorkflow(container).run({
        input: {
          id,
          to: "withdrawn",
          actor_type: "member",
          actor_id: member_id,
        },
      })
    }
    // no undo: last, and each was told
    return new StepResponse(undefined)
  }
)

const readRequestsStep = createStep(
  "read-requests",
  async (ids: string[], { container }) =>
    new StepResponse(
      ids.length
        ? await container
            .resolve<RequestModuleService>(REQUEST_MODULE)
            .listRequests({ id: ids })
        : []
    )
)

export const batchRequestsWorkflowId = "batch-requests"

/**
 * Makes, changes and withdraws requests of a seller in one go: when one cannot
 * be made or changed, nothing is.
 *
 * @throws MedusaError as `submitRequestWorkflow`, `editRequestWorkflow` and `decideRequestWorkflow` say.
 */
export const batchRequestsWorkflow = createWorkflow(
  batchRequestsWorkflowId,
  (input: BatchRequestsInput) => {
    ensureWithdrawableStep(input.delete)
    const created = submitRequestsWorkflow.runAsStep({ input: input.create })
    rewriteRequestsStep(input.update)
    const updated = readRequestsStep(
      transform({ input }, ({ input }) => input.update.map(({ id }) => id))
    )
    withdrawRequestsStep(
      transform({ input }, ({ input }) => ({
        ids: [...new Set(input.delete)],
        member_id: input.member_id,
      }))
    )
    return new WorkflowResponse({ created, updated })
  }
)

async function putBack(
  requests: RequestModuleService,
  before: RequestContent[]
): Promise<void> {
  for (const content of before) {
    await requests.rewriteRequest(content)
  }
}
