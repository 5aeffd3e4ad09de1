import type { MedusaContainer } from "@medusajs/framework/types"
import { asFunction, Lifetime } from "@medusajs/framework/awilix"
import { MedusaError } from "@medusajs/framework/utils"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import { parseOptions } from "../../../options"
import { PayoutManualProvider } from "../payouts/manual-provider"
import type { PayoutProviderClass } from "../../../payout-provider"

/** Where the module's container keeps the provider of an id. */
export function providerKey(id: string): string {
  return `payout_provider_${id}`
}

/** Registers `manual`, which needs no service, and the host's `payoutProviders`. */
export default async function loadProviders({
  container,
  options,
}: {
  container: MedusaContainer
  options?: Record<string, unknown>
}): Promise<void> {
  register(PayoutManualProvider, container, { id: "manual" })
  await moduleProviderLoader({
    container,
    providers: parseOptions(options).payoutProviders,
    registerServiceFn: async (klass, inner, entry) =>
      register(klass, inner, entry),
  })
}

function register(
  klass: PayoutProviderClass,
  container: MedusaContainer,
  { id, options }: { id?: string; options?: Record<string, unknown> }
): void {
  if (!klass.identifier) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `The payout provider ${klass.name} has no static identifier`
    )
  }
  container.register({
    [providerKey(id ?? klass.identifier)]: asFunction(
      (cradle: Record<string, unknown>) => new klass(cradle, options ?? {}),
      { lifetime: Lifetime.SINGLETON }
    ),
  })
}
