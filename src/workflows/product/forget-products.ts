import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * Drops what Medusa's caching module, where the host has it, holds of products
 * whose rows it did not see change: cached store answers name the products they
 * hold, and lists are cached under one tag.
 */
export async function forgetProducts(
  container: MedusaContainer,
  ids: readonly string[]
): Promise<void> {
  const caching = container.resolve(Modules.CACHING, {
    allowUnregistered: true,
  })
  if (caching && ids.length) {
    await caching.clear({
      tags: ["Product:list:*", ...ids.map((id) => `Product:${id}`)],
    })
  }
}
