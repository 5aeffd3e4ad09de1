import { resolve, sep } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const fileModule = z.looseObject({
  options: z.looseObject({
    providers: z.array(
      z.looseObject({
        resolve: z.unknown(),
        options: z
          .looseObject({
            upload_dir: z.string().optional(),
            private_upload_dir: z.string().optional(),
          })
          .optional(),
      })
    ),
  }),
})

/**
 * Refuses to store a private file where everybody could read it: Medusa's local
 * provider (2.21) puts private files into the folder that it serves, unless it is
 * told another one.
 *
 * @throws MedusaError NOT_ALLOWED saying what to configure.
 */
export function ensurePrivateStore(container: MedusaContainer): void {
  const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const parsed = fileModule.safeParse(modules?.[Modules.FILE])
  const exposed = parsed.data?.options.providers.some(
    ({ resolve: provider, options }) =>
      typeof provider === "string" &&
      provider.endsWith("file-local") &&
      isInside(options?.private_upload_dir, options?.upload_dir)
  )
  if (exposed) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The local file provider would store private files for everybody to read: give it the option private_upload_dir, a folder outside of static, or use S3"
    )
  }
}

/** Both folders are `static` unless they are named. */
function isInside(folder = "static", parent = "static"): boolean {
  return `${resolve(folder)}${sep}`.startsWith(`${resolve(parent)}${sep}`)
}
