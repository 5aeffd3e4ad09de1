/** What the effect of a decision created or changed; kept on the request. */
export type RequestResult = { type: string; id: string } | null
