/** Every status a request can have; changes go through `transitions.ts`. */
export const requestStatuses = [
  "draft",
  "pending",
  "declined",
  "escalated",
  "accepted",
  "rejected",
  "withdrawn",
] as const
export type RequestStatus = (typeof requestStatuses)[number]

/** Who can move a request. */
export const requestActors = ["user", "member", "customer"] as const
export type RequestActor = (typeof requestActors)[number]

/** What a request changes: path → what it was when it was asked for, and what it becomes. */
export type RequestDiff = Record<string, { from: unknown; to: unknown }>
