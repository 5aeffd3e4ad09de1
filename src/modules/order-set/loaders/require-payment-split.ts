import type { LoaderOptions } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"

const SNIPPET = `modules: [{ resolve: "@medusajs/medusa/payment", options: { providers: [{ resolve: "medusa-plugin-marketplace/providers/payment-split", id: "split" }] } }]`

type ProviderEntry = { id?: unknown; resolve?: unknown }

/**
 * Orders of a set are paid through the provider `payment-split`, which a plugin
 * cannot register by itself: without it the app must not start, or the first
 * cart would fail after its buyer has paid.
 *
 * @throws MedusaError INVALID_ARGUMENT with what to paste into the host's config.
 */
export default async function requirePaymentSplit({
  container,
}: LoaderOptions): Promise<void> {
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const payment = config.modules?.[Modules.PAYMENT]
  const options = typeof payment === "object" ? payment.options : undefined
  const providers: unknown = options?.providers
  const entries: ProviderEntry[] = Array.isArray(providers) ? providers : []
  const isThere = entries.some(
    ({ id, resolve }) =>
      id === "split" &&
      (typeof resolve !== "string" || resolve.includes("payment-split"))
  )
  if (!isThere) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `medusa-plugin-marketplace needs its payment provider: add it to the payment module in medusa-config.ts, beside your own providers: ${SNIPPET}`
    )
  }
}
