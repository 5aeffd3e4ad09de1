import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  beginReturnOrderWorkflow,
  confirmReturnRequestWorkflow,
  createReturnShippingMethodWorkflow,
  requestItemReturnWorkflow,
} from "@medusajs/medusa/core-flows"
import { sellerFilter } from "../../scope/seller-filter"
import { toSellerId } from "../../scope/seller-id"
import { acquireLocksStep, releaseLocksStep } from "../locking/lock-steps"
import type { RequestOf } from "../request/request-kind"
import type { RequestResult } from "../request/request-result"
import { returnWindowDays } from "./examine-return-request"
import { ensureReturnable, readReturnableOrder } from "./returnable"
import type { ReturnRequestPayload } from "./return-request-payload"

type Accepted = {
  request: RequestOf<ReturnRequestPayload>
  /** `location_id`: where the goods go, one of the seller's own. */
  details?: Record<string, unknown>
}

/** Reads only: nothing of it went back in another way meanwhile, and where it goes. */
const planReturnStep = createStep(
  "plan-return",
  async ({ request, details }: Accepted, { container }) => {
    const { payload, seller_id } = request
    const order = await readReturnableOrder(container, payload.order_id)
    if (!order) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Order with id: ${payload.order_id} was not found`
      )
    }
    // The customer asked in time; how long the decision took is not its fault.
    const waited = Date.now() - new Date(request.created_at).getTime()
    ensureReturnable(
      order,
      payload,
      returnWindowDays(container) + waited / (24 * 60 * 60 * 1000)
    )
    if (typeof details?.location_id === "string") {
      return new StepResponse(details.location_id)
    }
    const { data } = seller_id
      ? await container.resolve(ContainerRegistrationKeys.QUERY).graph({
          entity: "stock_location",
          fields: ["id"],
          filters: sellerFilter(toSellerId(seller_id)),
          pagination: { take: 1, order: { created_at: "ASC" } },
        })
      : { data: [] }
    return new StepResponse(data[0]?.id)
  }
)

export const acceptReturnRequestWorkflowId = "accept-return-request"

/**
 * The acceptance of a return request: Medusa's own return, as if it had been
 * made by hand, waits for the goods.
 *
 * @throws MedusaError INVALID_DATA when less can go back by now; what Medusa's workflows throw, for example while another change of the order is open.
 */
export const acceptReturnRequestWorkflow = createWorkflow(
  acceptReturnRequestWorkflowId,
  (input: Accepted) => {
    const { payload } = input.request
    const lock = acquireLocksStep({
      keys: transform({ payload }, ({ payload }) => [payload.order_id]),
    })
    const locationId = planReturnStep(input)
    const change = beginReturnOrderWorkflow.runAsStep({
      input: transform({ input, locationId }, ({ input, locationId }) => ({
        order_id: input.request.payload.order_id,
        location_id: locationId,
        created_by: input.request.reviewer_id ?? undefined,
        description: input.request.payload.customer_note ?? undefined,
        metadata: { request_id: input.request.id },
      })),
    })
    const returnId = transform(
      { change },
      ({ change }) => change.return_id ?? ""
    )
    requestItemReturnWorkflow.runAsStep({
      input: transform({ payload, returnId }, ({ payload, returnId }) => ({
        return_id: returnId,
        items: payload.line_items.map(
          ({ line_item_id, quantity, reason_id }) => ({
            id: line_item_id,
            quantity,
            ...(reason_id && { reason_id }),
          })
        ),
      })),
    })
    when("return-is-shipped", { payload }, ({ payload }) =>
      Boolean(payload.shipping_option_id)
    ).then(() => {
      createReturnShippingMethodWorkflow.runAsStep({
        input: transform({ payload, returnId }, ({ payload, returnId }) => ({
          return_id: returnId,
          shipping_option_id: payload.shipping_option_id ?? "",
        })),
      })
    })
    confirmReturnRequestWorkflow.runAsStep({
      input: transform({ input, returnId }, ({ input, returnId }) => ({
        return_id: returnId,
        confirmed_by: input.request.reviewer_id ?? undefined,
      })),
    })
    releaseLocksStep(lock)
    return new WorkflowResponse(
      transform({ returnId }, ({ returnId }): RequestResult => ({
        type: "return",
        id: returnId,
      }))
    )
  }
)
