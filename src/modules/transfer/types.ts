/** What goes on in the background. */
export const transferKinds = [
  "product_import",
  "product_export",
  "order_export",
] as const
export type TransferKind = (typeof transferKinds)[number]

/** `pending` and `running` go on by themselves, also after a crash. */
export const transferStatuses = [
  "pending",
  "running",
  "completed",
  "failed",
] as const

/** What became of one product of a file: written, waiting for the operator, or refused. */
export const rowOutcomes = ["accepted", "request", "error"] as const
