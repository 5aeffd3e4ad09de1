import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import multer from "multer"

export type MultipartLimits = {
  /** Name of the field that carries the files. */
  field: string
  maxFiles: number
  /** Bytes of each file. */
  maxBytes: number
}

/**
 * The files of one multipart field, in memory; none when the request is no
 * multipart.
 *
 * @throws MedusaError INVALID_DATA for more or larger files, or another field.
 */
export async function receiveFiles(
  req: MedusaRequest,
  res: MedusaResponse,
  { field, maxFiles, maxBytes }: MultipartLimits
): Promise<Express.Multer.File[]> {
  const options = {
    storage: multer.memoryStorage(),
    limits: { fileSize: maxBytes, files: maxFiles, fields: 20, parts: 50 },
    // Its types do not know it yet.
    defParamCharset: "utf8",
  }
  const upload = multer(options).array(field, maxFiles)
  const error = await new Promise<unknown>((resolve) => {
    void upload(req, res, resolve)
  })
  if (error instanceof Error) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${error.message}: send at most ${maxFiles} files of ${maxBytes} bytes in the field '${field}'`
    )
  }
  return Array.isArray(req.files) ? req.files : []
}
