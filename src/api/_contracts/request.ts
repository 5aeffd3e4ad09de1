import { z } from "@medusajs/framework/zod"
import type { RequestRow } from "../../modules/request/service"
import { listQuery, pageOf } from "./list-query"
import { clearable, required } from "./texts"

/** `POST /admin/requests/:id`; `revision`: the version that the operator read. */
export const DecideRequest = z.strictObject({
  status: z.enum(["accepted", "rejected"]),
  reviewer_note: clearable(2000),
  revision: z.number().int().positive().optional(),
})
export type DecideRequest = z.infer<typeof DecideRequest>

/** Ids of private files that explain a request. */
const attachments = z.array(required(60)).max(10).optional()

/** `POST /vendor/requests`; what `data` may hold is said by the kind. */
export const SubmitRequest = z.strictObject({
  request: z.strictObject({
    type: required(60),
    data: z.record(z.string(), z.unknown()),
    attachments,
  }),
})
export type SubmitRequest = z.infer<typeof SubmitRequest>

/** `POST /vendor/requests/:id` */
export const EditRequest = z.strictObject({
  request: z.strictObject({
    type: required(60).optional(),
    data: z.record(z.string(), z.unknown()),
    attachments,
  }),
})
export type EditRequest = z.infer<typeof EditRequest>

/** `POST /vendor/requests/batch` */
export const BatchRequests = z.strictObject({
  create: z.array(SubmitRequest).max(100).default([]),
  update: z
    .array(EditRequest.extend({ id: required(60) }))
    .max(100)
    .default([]),
  delete: z.array(required(60)).max(100).default([]),
})
export type BatchRequests = z.infer<typeof BatchRequests>

/** `POST /vendor/requests/:id/withdraw` */
export const WithdrawRequest = z.strictObject({ note: clearable(2000) })
export type WithdrawRequest = z.infer<typeof WithdrawRequest>

export const requestSortColumns = [
  "created_at",
  "updated_at",
  "status",
  "title",
] as const

/**
 * What a list of requests is asked for: `type`, `status`, `submitter_id`,
 * `created_at`, `q`, newest first. Whose requests is the caller's to add.
 */
export function requestSearch(query: unknown, defaultLimit?: number) {
  const { limit, offset, order, q, values, created_from, created_to } =
    listQuery(query, requestSortColumns, defaultLimit)
  const types = values("type")
  const statuses = values("status")
  const submitters = values("submitter_id")
  return {
    sellerId: values("seller_id")?.[0],
    limit,
    offset,
    pagination: pageOf({ limit, offset, order }),
    filters: {
      ...(types ? { kind: { $in: types } } : {}),
      ...(statuses ? { status: { $in: statuses } } : {}),
      ...(submitters ? { submitter_id: { $in: submitters } } : {}),
      ...period(created_from, created_to),
      ...(q ? { q } : {}),
    },
  }
}

function period(from: Date | undefined, to: Date | undefined) {
  return from || to
    ? {
        created_at: {
          ...(from ? { $gte: from } : {}),
          ...(to ? { $lte: to } : {}),
        },
      }
    : {}
}

/** A request under the names that panels use: its kind is `type`, its payload `data`. */
export function presentRequest(row: RequestRow) {
  const { kind, payload, result, deleted_at, attachments, ...request } = row
  return {
    ...request,
    type: kind,
    data: kind === "payout_details" ? masked(payload) : payload,
    attachments: attachments ?? [],
    result,
  }
}

/** Of where money goes nobody reads more than how it ends: whoever knows the account knows it by that. */
function masked(value: unknown): unknown {
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, masked(inner)])
    )
  }
  return typeof value === "string" && value.length > 4
    ? `…${value.slice(-4)}`
    : value
}

/** The same for a seller: who decided is the operator's business, and so is why a decision failed. */
export function presentOwnRequest(row: RequestRow) {
  const { failure, subject_id, ...request } = presentRequest(row)
  return request
}

/** What an applicant reads of its own application. */
export function presentApplication({
  id,
  status,
  seller_id,
  title,
  reviewer_note,
  reviewed_at,
  created_at,
}: RequestRow) {
  return {
    request_id: id,
    status,
    seller_id,
    name: title,
    reviewer_note,
    reviewed_at,
    created_at,
  }
}
