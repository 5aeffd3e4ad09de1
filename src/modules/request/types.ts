/** Every status a request can have; changes go through `transitions.ts`. */
export const requestStatuses = [
  "draft",
  "pending",
  "accepted",
  "rejected",
  "withdrawn",
] as const
export type RequestStatus = (typeof requestStatuses)[number]
