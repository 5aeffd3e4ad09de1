import { isUtf8 } from "node:buffer"
import { extname } from "node:path"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { cleanName, writeAnew } from "./image-files"
import { receiveFiles } from "./multipart"

export type DocumentLimits = {
  /** Files in one request. */
  maxFiles: number
  /** Bytes of each. */
  maxBytes: number
  /** Width × height of those that are images. */
  maxPixels: number
}

/** A file that may be kept for people to open. */
export type SafeDocument = {
  name: string
  mime_type: string
  extension: string
  bytes: number
  /** Base64. */
  content: string
}

type File = Express.Multer.File

/** What stands behind the name's last point → how such a file is looked at. */
const readers: Record<
  string,
  (file: File, n: number, limits: DocumentLimits) => Promise<SafeDocument>
> = {
  ".jpg": readImage("image/jpeg"),
  ".jpeg": readImage("image/jpeg"),
  ".png": readImage("image/png"),
  ".webp": readImage("image/webp"),
  ".pdf": async (file, n) => {
    ensurePdf(file.buffer, n)
    return asItIs(file, { mime_type: "application/pdf", extension: "pdf" })
  },
  ".csv": async (file, n) => {
    ensureText(file.buffer, n)
    return asItIs(file, { mime_type: "text/csv", extension: "csv" })
  },
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}

/**
 * Reads private files of a multipart field into `req.validatedBody.files`
 * (`SafeDocument[]`, in their order). Content and name must agree; images are
 * written anew, a PDF must be one from its first byte to its last.
 *
 * @throws MedusaError INVALID_DATA for none or too many files, too large ones, and what is no PDF, JPEG, PNG, WebP or CSV.
 */
export function readDocuments(
  field: string,
  limitsOf: (req: MedusaRequest) => DocumentLimits
): MiddlewareFunction {
  return async function readDocumentFiles(
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const limits = limitsOf(req)
    const received = await receiveFiles(req, res, { field, ...limits })
    if (!received.length) {
      refuse(`Send files in the multipart field '${field}'`)
    }
    const files: SafeDocument[] = []
    for (const [n, file] of received.entries()) {
      const read = readers[extname(file.originalname).toLowerCase()]
      files.push(
        read
          ? await read(file, n + 1, limits)
          : refuse(`File ${n + 1} is no ${Object.keys(readers).join(", ")}`)
      )
    }
    req.validatedBody = { files }
    next()
  }
}

function readImage(mimeType: string) {
  return async (file: File, n: number, limits: DocumentLimits) => {
    const {
      width: _width,
      height: _height,
      ...image
    } = await writeAnew(file, n, limits)
    if (image.mime_type !== mimeType) {
      refuse(`File ${n} is called otherwise than what it holds`)
    }
    return image
  }
}

const asItIs = (
  file: File,
  type: Pick<SafeDocument, "mime_type" | "extension">
): SafeDocument => ({
  ...type,
  name: cleanName(file.originalname, "document"),
  bytes: file.buffer.length,
  content: file.buffer.toString("base64"),
})

/** What runs or hides something when the file is opened. */
const active =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b/

/** How an archive ends; readers of archives look for it from the end of a file. */
const archiveEnd = Buffer.from("PK\x05\x06", "latin1")
const archiveTail = 66_000

/** Nothing before its head, nothing behind its end, nothing in it that runs: no second format finds room. */
function ensurePdf(content: Buffer, n: number): void {
  const text = content.toString("latin1")
  const isWhole =
    /^%PDF-[12]\.\d/.test(text) && /%%EOF\s{0,2}$/.test(text.slice(-16))
  if (!isWhole || content.subarray(-archiveTail).includes(archiveEnd)) {
    refuse(`File ${n} is no PDF`)
  }
  // Names can be written with escapes: #4A is J.
  const names = text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16))
  )
  if (active.test(names)) {
    refuse(`File ${n} holds something that runs or another file`)
  }
}

function ensureText(content: Buffer, n: number): void {
  const text = content.toString("utf8")
  // eslint-disable-next-line no-control-regex -- what a text does not hold
  if (!isUtf8(content) || !text.trim() || /[\0-\x08\x0e-\x1f]/.test(text)) {
    refuse(`File ${n} is no text in UTF-8`)
  }
  if (/^\s*</.test(text)) {
    refuse(`File ${n} is no CSV`)
  }
}
