import { basename } from "node:path"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import sharp from "sharp"
import { receiveFiles } from "./multipart"

export type ImageLimits = {
  /** Files in one request. */
  maxFiles: number
  /** Bytes of each. */
  maxBytes: number
  /** Width × height of each. */
  maxPixels: number
}

/** An image that was decoded and written anew: nothing but its pixels is left of what came. */
export type SafeImage = {
  name: string
  mime_type: string
  extension: string
  bytes: number
  width: number
  height: number
  /** Base64. */
  content: string
}

type Format = {
  extension: string
  mime_type: string
  isIn: (content: Buffer) => boolean
  write: (image: sharp.Sharp) => sharp.Sharp
}

const begins = (content: Buffer, bytes: number[], at = 0) =>
  content.subarray(at, at + bytes.length).equals(Buffer.from(bytes))

const ascii = (text: string) => [...Buffer.from(text, "latin1")]

/** What is let in at all, by its first bytes; whatever a file is called. */
const formats: Format[] = [
  {
    extension: "jpg",
    mime_type: "image/jpeg",
    isIn: (content) => begins(content, [0xff, 0xd8, 0xff]),
    write: (image) => image.jpeg({ quality: 88 }),
  },
  {
    extension: "png",
    mime_type: "image/png",
    isIn: (content) => begins(content, [0x89, ...ascii("PNG\r\n\x1a\n")]),
    write: (image) => image.png(),
  },
  {
    extension: "webp",
    mime_type: "image/webp",
    isIn: (content) =>
      begins(content, ascii("RIFF")) && begins(content, ascii("WEBP"), 8),
    write: (image) => image.webp({ quality: 88 }),
  },
]

const secondsToDecode = 20

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}

/**
 * Reads the images of a multipart field into `req.validatedBody.images`
 * (`SafeImage[]`, in their order), each written anew, so that neither metadata
 * nor a second format hidden in it survives.
 *
 * @throws MedusaError INVALID_DATA for none or too many files, too large ones, and what is no JPEG, PNG or WebP.
 */
export function readImages(
  field: string,
  limitsOf: (req: MedusaRequest) => ImageLimits
): MiddlewareFunction {
  return async function readImageFiles(
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const limits = limitsOf(req)
    const files = await receiveFiles(req, res, { field, ...limits })
    if (!files.length) {
      refuse(`Send images in the multipart field '${field}'`)
    }
    const images: SafeImage[] = []
    // One after the other: pixels take far more memory than files.
    for (const [n, file] of files.entries()) {
      images.push(await writeAnew(file, n + 1, limits))
    }
    req.validatedBody = { images }
    next()
  }
}

/**
 * Decodes an image and writes it anew.
 *
 * @param n - Its place in the request, for the refusal.
 * @throws MedusaError INVALID_DATA for what is no JPEG, PNG or WebP, or has too many pixels.
 */
export async function writeAnew(
  file: Express.Multer.File,
  n: number,
  { maxPixels }: Pick<ImageLimits, "maxPixels">
): Promise<SafeImage> {
  const format = formats.find(({ isIn }) => isIn(file.buffer))
  if (!format) {
    return refuse(`File ${n} is no JPEG, PNG or WebP`)
  }
  const image = sharp(file.buffer, {
    limitInputPixels: maxPixels,
    failOn: "error",
  })
    .autoOrient()
    .timeout({ seconds: secondsToDecode })
  const { data, info } = await format
    .write(image)
    .toBuffer({ resolveWithObject: true })
    .catch(() =>
      refuse(
        `File ${n} cannot be read as an image of at most ${maxPixels} pixels`
      )
    )
  return {
    name: cleanName(file.originalname, "image"),
    mime_type: format.mime_type,
    extension: format.extension,
    bytes: data.length,
    width: info.width,
    height: info.height,
    content: data.toString("base64"),
  }
}

/** For people to read; it is never part of a path. */
export function cleanName(name: string, fallback: string): string {
  const clean = basename(name.replaceAll("\\", "/"))
    .replace(/[^\p{L}\p{N}._ -]/gu, "")
    .trim()
  return clean.slice(0, 100) || fallback
}
