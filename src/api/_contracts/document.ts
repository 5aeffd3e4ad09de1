import { listQuery, pageOf } from "./list-query"

/** What everybody who may know of a private file reads of it; its place in the store is nobody's business. */
export const documentColumns = [
  "id",
  "name",
  "mime_type",
  "bytes",
  "sha256",
  "kind",
  "status",
  "expires_at",
  "uploaded_by_type",
  "uploaded_by_id",
  "created_at",
]

export const documentSortColumns = [
  "created_at",
  "name",
  "bytes",
  "expires_at",
] as const

/** `kind`, `status`, `created_at`, `q` (name); newest first. */
export function documentSearch(query: unknown, defaultLimit: number) {
  const { limit, offset, order, q, values, created_from, created_to } =
    listQuery(query, documentSortColumns, defaultLimit)
  const kinds = values("kind")
  const statuses = values("status")
  return {
    limit,
    offset,
    pagination: pageOf({ limit, offset, order }),
    filters: {
      purpose: "document",
      file_id: { $ne: null },
      ...(kinds && { kind: { $in: kinds } }),
      ...(statuses && { status: { $in: statuses } }),
      ...((created_from ?? created_to) && {
        created_at: {
          ...(created_from && { $gte: created_from }),
          ...(created_to && { $lte: created_to }),
        },
      }),
      ...(q && { q }),
    },
  }
}
