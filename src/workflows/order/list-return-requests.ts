import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { RequestRow } from "../../modules/request/service"
import type { RequestActor, RequestStatus } from "../../modules/request/types"
import { sellerColumnFilter } from "../../scope/seller-filter"
import type { SellerId } from "../../scope/seller-id"

export type ListReturnRequestsInput = {
  /** Whose requests; `all` is the operator's. */
  of: "all" | { customer_id: string } | { seller_id: SellerId }
  id?: string
  statuses?: RequestStatus[]
  limit: number
  offset: number
}

/** What everybody who may see the request reads of its order. */
export type OrderOfReturn = {
  id: string
  display_id: number
  currency_code: string
  customer?: {
    id: string
    first_name: string | null
    last_name: string | null
    email: string
  } | null
  items?: { id: string }[]
  seller?: { id: string; name: string; photo: string | null } | null
}

export type ReturnRequestMove = {
  request_id: string
  to_status: RequestStatus
  actor_type: RequestActor
  actor_id: string
  note: string | null
  created_at: Date
}

export type ListedReturnRequest = {
  request: RequestRow
  order: OrderOfReturn | null
  moves: ReturnRequestMove[]
}

const orderFields = [
  "id",
  "display_id",
  "currency_code",
  "created_at",
  "customer.id",
  "customer.first_name",
  "customer.last_name",
  "customer.email",
  "items.id",
  "items.title",
  "items.product_title",
  "items.variant_title",
  "items.thumbnail",
  "items.unit_price",
  "items.quantity",
  "items.product_id",
  "items.variant_id",
  "seller.id",
  "seller.name",
  "seller.photo",
]

const listStep = createStep(
  "list-return-requests",
  async (
    { of, id, statuses, limit, offset }: ListReturnRequestsInput,
    { container }
  ) => {
    const { data, metadata } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "request",
        fields: ["*"],
        filters: {
          kind: "order_return",
          ...(id ? { id } : {}),
          ...(statuses ? { status: { $in: statuses } } : {}),
          ...ownFilter(of),
        },
        pagination: {
          take: limit,
          skip: offset,
          order: { created_at: "DESC" },
        },
      })
    return new StepResponse({
      requests: await withOrders(container, data),
      count: metadata?.count ?? data.length,
    })
  }
)

export const listReturnRequestsWorkflowId = "list-return-requests"

/** Return requests, newest first, each with its order and its moves, in a fixed number of statements. */
export const listReturnRequestsWorkflow = createWorkflow(
  listReturnRequestsWorkflowId,
  (input: ListReturnRequestsInput) => new WorkflowResponse(listStep(input))
)

function ownFilter(of: ListReturnRequestsInput["of"]): Record<string, unknown> {
  if (of === "all") {
    return {}
  }
  return "seller_id" in of
    ? sellerColumnFilter(of.seller_id)
    : { submitter_type: "customer", submitter_id: of.customer_id }
}

async function withOrders(
  container: MedusaContainer,
  requests: RequestRow[]
): Promise<ListedReturnRequest[]> {
  if (!requests.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: orders } = await query.graph({
    entity: "order",
    fields: orderFields,
    filters: { id: requests.map(({ subject_id }) => subject_id) },
  })
  const { data: moves } = await query.graph({
    entity: "request_change",
    fields: ["*"],
    filters: { request_id: requests.map(({ id }) => id) },
    pagination: { order: { created_at: "ASC" } },
  })
  return requests.map((request) => ({
    request,
    // The graph's rows are untyped at this edge; the fields above are asked for.
    order: orders.find(({ id }) => id === request.subject_id) ?? null,
    moves: moves.filter(({ request_id }) => request_id === request.id),
  }))
}
