import { asValue } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * Medusa 2.21 hands a caching provider the options of the whole module; its own
 * reach its loaders alone.
 *
 * @throws MedusaError INVALID_ARGUMENT without `servers`.
 */
export default async function registerOptions({
  container,
  options,
}: LoaderOptions): Promise<void> {
  if (typeof options?.servers !== "string") {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      "caching-memcached needs the option servers: host:port, several with commas"
    )
  }
  container.register({ memcached: asValue(options) })
}
