/** What a private file is for. What is imported and exported is thrown away when `keep_until` is over. */
export const documentPurposes = ["document", "transfer"] as const
export type DocumentPurpose = (typeof documentPurposes)[number]

/** How the operator thinks of a document that a seller handed in. */
export const documentStatuses = [
  "uploaded",
  "accepted",
  "rejected",
  "expired",
] as const
export type DocumentStatus = (typeof documentStatuses)[number]

/** What a document proves. */
export const documentKinds = [
  "identity",
  "registration",
  "tax",
  "bank",
  "certificate",
  "other",
] as const

/** Who stored or read one. */
export const documentActors = ["member", "customer", "user"] as const
export type DocumentActor = (typeof documentActors)[number]
