import type { RequestStatus } from "./types"

/**
 * From which statuses a request may reach another. `declined` and `escalated`
 * are for kinds that a seller decides first: a decline can be brought before the
 * operator, whose decision is final.
 */
export const requestTransitions: Record<RequestStatus, RequestStatus[]> = {
  draft: [],
  pending: ["draft"],
  declined: ["pending"],
  escalated: ["pending", "declined"],
  accepted: ["pending", "escalated"],
  rejected: ["pending", "escalated"],
  withdrawn: ["draft", "pending", "declined", "escalated"],
}

/** What waits for somebody; at most one such request per kind and subject exists, by index. */
export const openStatuses = [
  "draft",
  "pending",
  "escalated",
] as const satisfies readonly RequestStatus[]
