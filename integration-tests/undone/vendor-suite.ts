import type { VendorRoute } from "../../src/api/_kit/vendor-route"
import { vendorRows } from "../../src/api/_kit/vendor-table"
import "../../src/api/vendor/vendor-routes"
import type { Suite } from "../app"
import { examples } from "../isolation/examples"
import { createScene, type Scene } from "../isolation/fixtures"
import { nameOf, send } from "../isolation/requests"
import { expectUndone } from "./expect-undone"
import type { Example } from "./undone"

const medusas = "Medusa 2.21 leaves it"
const atProvider = "what a payout provider was told stays told"
const mailed = { notification: "the mail is out" }
const products = {
  ...{ product_option: medusas, product_option_value: medusas },
  ...{ price: medusas, image: medusas, product_variant: medusas },
  ...{ product_variant_option: medusas, product: medusas },
  ...{ product_shipping_profile: medusas },
}
const account = { payout_account: atProvider, payout_outbox: atProvider }

/** What a failed run of a route may leave. */
const keeps: Record<string, Example["keeps"]> = {
  "POST /vendor/invites": mailed,
  "POST /vendor/invites/:id/resend": {
    ...{ ...mailed, seller_invite: "and its new link is the one that works" },
  },
  "POST /vendor/requests/batch": {
    "request.revision": "counts on, so that nobody decides what he did not see",
  },
  "POST /vendor/payout-account": account,
  "DELETE /vendor/payout-account": account,
  "POST /vendor/payout-account/onboarding": account,
  "POST /vendor/payout-account/sync": account,
  "POST /vendor/products": products,
  "POST /vendor/products/batch": products,
  "POST /vendor/promotions": {
    ...{ promotion_rule: medusas, promotion_rule_value: medusas },
  },
  "POST /vendor/shipping-options": { shipping_option_type: medusas },
  "POST /vendor/price-lists/:id/prices/batch": {
    ...{ price: medusas, price_rule: medusas },
  },
}

const whole: Record<string, string> = {
  "DELETE /vendor/payout-account": "a removed account cannot be removed again",
}

/** Every route of sellers that writes by a workflow of ours; its example is the isolation proof's. */
export const vendorRoutes: Suite = (app) => {
  let scene: Scene

  beforeAll(async () => {
    scene = await createScene(app)
  })

  it.each(
    vendorRows()
      .filter(isOurs)
      .map((row) => [nameOf(row), row] as const)
  )("%s", async (name, row) => {
    const example = examples[name]?.(scene)
    const as = scene.callers[example?.as ?? "member"]
    for (const call of example?.status ? [] : (example?.calls ?? [])) {
      await expectUndone(app, {
        prepare: () => () => send(app.api, row, { call, as }),
        ...{ keeps: keeps[name], whole: whole[name] },
      })
    }
  })
}

/** What Medusa's handlers change beyond the making of rows, they change with Medusa's workflows alone. */
function isOurs({ method, path, mirrors }: VendorRoute): boolean {
  const creates =
    method === "POST" &&
    !/:(?!id\/(prices|fulfillment-sets|service-zones$))/.test(path)
  return method !== "GET" && (!mirrors || creates)
}
