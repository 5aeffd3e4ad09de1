import { z } from "@medusajs/framework/zod"

const at = (path: PropertyKey[] | undefined) => (path ?? []).join(", ")

/** A text that may be cleared: clients send `""` or null for "nothing", which is kept as null. */
export const clearable = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => (text === undefined ? undefined : text || null))

/** A text that has to be there. */
export const required = (max: number) => z.string().trim().min(1).max(max)

/** An e-mail address, kept in lower case so that two spellings are one address. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .refine((text) => z.email().safeParse(text).success, {
    error: (issue) =>
      `Value for field '${at(issue.path)}' is not an e-mail address`,
  })

const isHttpUrl = (text: string) => /^https?:\/\/[^\s"'<>]+$/.test(text)
const notHttpUrl = {
  error: (issue: { path?: PropertyKey[] }) =>
    `Value for field '${at(issue.path)}' is not an http(s) address`,
}

/** An http(s) address. */
export const httpUrl = z.string().trim().max(2048).refine(isHttpUrl, notHttpUrl)

/** An image address that may be cleared. Only http(s): it ends up in `src` of a storefront. */
export const imageUrl = clearable(2048).refine(
  (text) => !text || isHttpUrl(text),
  notHttpUrl
)

/** ISO 3166 two letters, lower case as Medusa keeps them; may be cleared. */
export const countryCode = clearable(2)
  .refine((text) => !text || /^[a-z]{2}$/i.test(text), {
    error: (issue) =>
      `Value for field '${at(issue.path)}' is not a two-letter country code`,
  })
  .transform((text) => (text ? text.toLowerCase() : text))

/** A point in time, as ISO text; may be cleared. */
export const time = z
  .string()
  .refine(
    (text) => !text || z.iso.datetime({ offset: true }).safeParse(text).success,
    {
      error: (issue) =>
        `Value for field '${at(issue.path)}' is not an ISO date and time`,
    }
  )
  .nullish()
  .transform((text) =>
    text === undefined ? undefined : text ? new Date(text) : null
  )

/** An IANA time zone, e.g. `Europe/Berlin`. */
export const timeZone = z
  .string()
  .trim()
  .refine(isTimeZone, {
    error: (issue) => `Value for field '${at(issue.path)}' is not a time zone`,
  })

function isTimeZone(name: string): boolean {
  try {
    return Boolean(name && new Intl.DateTimeFormat("en", { timeZone: name }))
  } catch {
    // The only way to ask: unknown names throw.
    return false
  }
}
