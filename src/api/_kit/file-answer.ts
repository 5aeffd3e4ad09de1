import { createHmac, timingSafeEqual } from "node:crypto"
import { once } from "node:events"
import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"

/** A file that the caller may read. */
export type ReadableFile = {
  /** Key in the File module. */
  file_id: string
  name: string
  mime_type: string
  bytes: number
}

/** Seconds that an address for a private file is good for. */
const linkSeconds = 300

/**
 * Streams a private file: as a download, with the type that it was stored with,
 * kept by nobody on the way. Browsers neither guess another type nor run it.
 */
export async function answerFile(
  req: MedusaRequest,
  res: MedusaResponse,
  { file_id, name, mime_type, bytes }: ReadableFile
): Promise<void> {
  const stream = await openFile(req, file_id)
  res.set({
    "content-type": mime_type,
    "content-length": String(bytes),
    "content-disposition": `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
  })
  await pipeline(stream, res)
}

/**
 * The file's content, of which the first byte is there: once the answer has begun
 * its status cannot be taken back.
 *
 * @throws MedusaError NOT_FOUND when the store does not give it out.
 */
async function openFile(req: MedusaRequest, fileId: string): Promise<Readable> {
  try {
    const stream = await req.scope
      .resolve(Modules.FILE)
      .getDownloadStream(fileId)
    await once(stream, "readable")
    return stream
  } catch {
    // Each store has words of its own for it.
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "The content of this file is not there"
    )
  }
}

/**
 * An address under which whoever holds it reads one private file for five
 * minutes, without a login: the store's own where the file provider signs
 * addresses for so short a time, else one of ours.
 *
 * @param id - What `path` finds the file by.
 * @param path - The route that takes the token, e.g. `/vendor/files`.
 */
export async function linkToFile(
  req: MedusaRequest,
  { id, file_id, path }: { id: string; file_id: string; path: string }
): Promise<{ url: string; expires_in: number }> {
  const { url } = await req.scope.resolve(Modules.FILE).retrieveFile(file_id)
  const signed = URL.canParse(url)
    ? Number(new URL(url).searchParams.get("X-Amz-Expires"))
    : 0
  if (signed > 0 && signed <= linkSeconds) {
    return { url, expires_in: signed }
  }
  const until = Math.floor(Date.now() / 1000) + linkSeconds
  const token = `${id}.${until}.${signatureOf(req, `${id}.${until}`)}`
  return {
    url: `${req.protocol}://${req.get("host")}${path}/${token}`,
    expires_in: linkSeconds,
  }
}

/**
 * What a token of `linkToFile` stands for.
 *
 * @throws MedusaError NOT_FOUND when it is not ours, or not good any more.
 */
export function idOfLink(req: MedusaRequest, token: string): string {
  const [id = "", until = "", signature = ""] = token.split(".")
  const wanted = Buffer.from(signatureOf(req, `${id}.${until}`))
  const sent = Buffer.from(signature)
  const isOurs = wanted.length === sent.length && timingSafeEqual(wanted, sent)
  if (!isOurs || Number(until) * 1000 < Date.now()) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no such file, or its address is not good any more: ask for a new one"
    )
  }
  return id
}

/** By the secret of the server's logins, under a name of its own. */
function signatureOf(req: MedusaRequest, text: string): string {
  const { http } = req.scope.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  const secret = JSON.stringify(http.jwtSecret)
  return createHmac("sha256", `private file:${secret}`)
    .update(text)
    .digest("base64url")
}
