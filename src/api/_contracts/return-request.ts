import { z } from "@medusajs/framework/zod"
import type { RequestRow } from "../../modules/request/service"
import type { RequestStatus } from "../../modules/request/types"
import type { ListedReturnRequest } from "../../workflows/order/list-return-requests"
import { listQuery } from "./list-query"
import { clearable, httpUrl, required } from "./texts"

const id = required(60)
/** Panels send `""` for what was not chosen. */
const optionalId = z
  .string()
  .trim()
  .max(60)
  .nullish()
  .transform((text) => text || null)

/** `POST /store/return-request` */
export const CreateReturnRequest = z.strictObject({
  order_id: id,
  customer_note: clearable(2000),
  shipping_option_id: optionalId,
  /** Addresses, or ids of `POST /store/return-request/photos`. */
  photos: z
    .array(z.union([z.string().regex(/^doc_\w{1,56}$/), httpUrl]))
    .max(10)
    .default([]),
  line_items: z
    .array(
      z.strictObject({
        line_item_id: id,
        quantity: z.number().int().positive(),
        reason_id: optionalId,
      })
    )
    .min(1)
    .max(200),
})
export type CreateReturnRequest = z.infer<typeof CreateReturnRequest>

/** What clients call the states of a return request. */
const states = [
  "pending",
  "refunded",
  "withdrawn",
  "escalated",
  "canceled",
] as const
type State = (typeof states)[number]

const stateOf: Record<RequestStatus, State> = {
  draft: "pending",
  pending: "pending",
  declined: "withdrawn",
  escalated: "escalated",
  accepted: "refunded",
  rejected: "canceled",
  withdrawn: "withdrawn",
}

const verdict = (allowed: readonly State[]) =>
  z.enum(states).refine((state) => allowed.includes(state), {
    error: `Field 'status' takes one of ${allowed.join(", ")}`,
  })

/** What a client's verdict means: `refunded` takes the goods back, `withdrawn` declines. */
const moves = {
  pending: "escalated",
  refunded: "accepted",
  withdrawn: "declined",
  escalated: "escalated",
  canceled: "rejected",
} as const satisfies Record<State, RequestStatus>

export const moveOf = (state: State) => moves[state]

/** `POST /vendor/return-request/:id` */
export const AnswerReturnRequest = z.strictObject({
  status: verdict(["refunded", "withdrawn", "escalated"]),
  vendor_reviewer_note: clearable(2000),
  location_id: optionalId,
})
export type AnswerReturnRequest = z.infer<typeof AnswerReturnRequest>

/** `POST /admin/return-request/:id` */
export const DecideReturnRequest = z.strictObject({
  status: verdict(["refunded", "canceled"]),
  admin_reviewer_note: clearable(2000),
})
export type DecideReturnRequest = z.infer<typeof DecideReturnRequest>

/** `POST /store/return-request/:id/escalate` and `/withdraw` */
export const MoveReturnRequest = z.strictObject({ note: clearable(2000) })
export type MoveReturnRequest = z.infer<typeof MoveReturnRequest>

/** What a list of return requests is asked for: `status` in the words of clients, one page. */
export function returnRequestSearch(query: unknown, defaultLimit?: number) {
  const { limit, offset, values } = listQuery(query, [], defaultLimit)
  const wanted = values("status")
  // The keys of a constant are its names.
  const statuses = (Object.keys(stateOf) as RequestStatus[]).filter((status) =>
    wanted?.includes(stateOf[status])
  )
  return { limit, offset, ...(wanted && { statuses }) }
}

/** A return request in the shape that classic clients read; `state` is our own word for its status. */
export function presentReturnRequest({
  request,
  order,
  moves,
}: ListedReturnRequest) {
  const { id, status, payload, result, created_at, updated_at } = request
  const last = (type: string) =>
    moves.filter(({ actor_type }) => actor_type === type).at(-1)
  const vendor = last("member")
  const admin = last("user")
  return {
    id,
    status: stateOf[status],
    state: status,
    customer_id: request.submitter_id,
    customer_note: payload.customer_note ?? "",
    shipping_option_id: payload.shipping_option_id,
    photos: payload.photos,
    attachments: request.attachments ?? [],
    vendor_reviewer_id: vendor?.actor_id ?? null,
    vendor_reviewer_note: vendor?.note ?? null,
    vendor_reviewer_date: vendor?.created_at ?? null,
    admin_reviewer_id: admin?.actor_id ?? null,
    admin_reviewer_note: admin?.note ?? null,
    admin_reviewer_date: admin?.created_at ?? null,
    line_items: linesOf(request),
    return_id: result?.id ?? null,
    order,
    seller: order?.seller ?? null,
    created_at,
    updated_at,
  }
}

function linesOf({ payload, created_at }: RequestRow) {
  const lines = Array.isArray(payload.line_items) ? payload.line_items : []
  return lines.map((line: Record<string, unknown>) => ({
    id: line.line_item_id,
    ...line,
    created_at,
  }))
}
