import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { REQUEST_MODULE } from "../../modules/request"
import type { RequestModuleService } from "../../modules/request/service"
import { openStatuses } from "../../modules/request/transitions"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerModuleService } from "../../modules/seller/service"
import type { Submitter } from "../request/request-kind"
import {
  ensureChoices,
  ensureReturnable,
  readReturnableOrder,
} from "./returnable"
import type { ReturnRequestPayload } from "./return-request-payload"

/**
 * Whether an order's goods can go back as the customer wishes.
 *
 * @throws MedusaError NOT_FOUND for an order that is not the customer's; INVALID_DATA for lines, quantities, reasons or a way of shipping that do not fit; NOT_ALLOWED while another request for the order is open.
 */
export async function examineReturnRequest(
  container: MedusaContainer,
  {
    payload,
    submitter,
  }: { payload: ReturnRequestPayload; submitter: Submitter }
): Promise<null> {
  const { order_id } = payload
  const order = await readReturnableOrder(container, order_id)
  if (!order || order.customer_id !== submitter.submitter_id) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order with id: ${order_id} was not found`
    )
  }
  const [open] = await container
    .resolve<RequestModuleService>(REQUEST_MODULE)
    .listRequests(
      {
        kind: "order_return",
        subject_id: order_id,
        status: [...openStatuses],
      },
      { select: ["id"], take: 1 }
    )
  if (open) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Return request ${open.id} for this order is open`
    )
  }
  ensureReturnable(order, payload, returnWindowDays(container))
  await ensureChoices(container, {
    ...payload,
    seller_id: submitter.seller_id,
  })
  return null
}

/** The plugin's option, which every module of ours is handed. */
export function returnWindowDays(container: MedusaContainer): number {
  return container.resolve<SellerModuleService>(SELLER_MODULE).options
    .returnWindowDays
}
