import { z } from "@medusajs/framework/zod"
import type { RequestRow } from "../../modules/request/service"
import { clearable } from "./texts"

/** `POST /admin/requests/:id` */
export const DecideRequest = z.strictObject({
  status: z.enum(["accepted", "rejected"]),
  reviewer_note: clearable(2000),
})
export type DecideRequest = z.infer<typeof DecideRequest>

/** A request under the names that panels use: its kind is `type`, its payload `data`. */
export function presentRequest(row: RequestRow) {
  const { kind, payload, result, deleted_at, ...request } = row
  return { ...request, type: kind, data: payload, result }
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
