/** What a review speaks of. */
export const reviewReferences = ["seller", "product"] as const
export type ReviewReference = (typeof reviewReferences)[number]
