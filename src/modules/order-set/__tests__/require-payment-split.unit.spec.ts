import { createMedusaContainer } from "@medusajs/framework/utils"
import { asValue } from "@medusajs/framework/awilix"
import requirePaymentSplit from "../loaders/require-payment-split"

const boot = async (modules: unknown) => {
  const container = createMedusaContainer()
  container.register("configModule", asValue({ modules }))
  await requirePaymentSplit({ container })
}

const withProviders = (...providers: unknown[]) => ({
  payment: { resolve: "@medusajs/medusa/payment", options: { providers } },
})

it("starts with the provider, from the package, from source or as a module", async () => {
  for (const resolve of [
    "medusa-plugin-marketplace/providers/payment-split",
    "./src/providers/payment-split",
    { services: [] },
  ]) {
    await expect(
      boot(
        withProviders({ resolve: "stripe", id: "s" }, { resolve, id: "split" })
      )
    ).resolves.toBeUndefined()
  }
})

it("refuses to start without it, in one sentence with what to paste", async () => {
  for (const modules of [
    {},
    { payment: true },
    withProviders({ resolve: "stripe", id: "split" }),
    withProviders({
      resolve: "medusa-plugin-marketplace/providers/payment-split",
      id: "other",
    }),
  ]) {
    await expect(boot(modules)).rejects.toThrow(
      /^medusa-plugin-marketplace needs its payment provider: .*resolve: "medusa-plugin-marketplace\/providers\/payment-split", id: "split"/
    )
  }
})
