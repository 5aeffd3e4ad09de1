import type { RequestStatus } from "./types"

/** From which statuses a request may reach another; reviewed requests are final. */
export const requestTransitions: Record<RequestStatus, RequestStatus[]> = {
  draft: [],
  pending: ["draft"],
  accepted: ["pending"],
  rejected: ["pending"],
  withdrawn: ["draft", "pending"],
}
