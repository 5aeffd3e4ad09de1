import { readFileSync } from "node:fs"

/** What the words above a handler say: about it, about its answer, and with which status it comes. */
export type Docblock = {
  text: string
  /** Keys of the answer, when the words name them: "`{ product, requests? }`". */
  envelope?: string[]
  status: 200 | 201
}

/** The keys of "`{ payout: { id }, items }`": those of the outermost object. */
function envelopeIn(text: string): string[] | undefined {
  const [, inner] = /`\{(.+?)\}`/.exec(text) ?? []
  if (!inner) {
    return undefined
  }
  let flat = inner
  for (let before = ""; before !== flat;) {
    before = flat
    flat = flat.replace(/:?\s*(\{[^{}]*\}|\[[^[\]]*\])/g, "")
  }
  const keys = flat.split(",").map((key) => key.trim())
  return keys.every((key) => /^[a-z_]+\??$/.test(key)) ? keys : undefined
}

/** The docblock of one exported handler of a route file. */
export function docblockOf(file: string, method: string): Docblock {
  const source = readFileSync(file, "utf8")
  const handler = new RegExp(
    `/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*export (?:async function|function|const) ${method}\\b`
  )
  const text = (handler.exec(source)?.[1] ?? "")
    .replace(/^\s*\* ?/gm, " ")
    .replace(/@(throws|param|returns)[\s\S]*$/, "")
    .replace(/\s+/g, " ")
    .trim()
  return {
    text,
    envelope: envelopeIn(text),
    status: /\b201\b/.test(text) ? 201 : 200,
  }
}
