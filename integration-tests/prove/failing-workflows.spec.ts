import { existsSync } from "node:fs"
import { join } from "node:path"
import { marketplaceApp } from "../app"
import { catalogueExtras } from "../undone/catalogue-suite"
import { clock } from "../undone/clock-suite"
import { tally } from "../undone/expect-undone"
import { operators } from "../undone/operator-suite"
import { ourWorkflows } from "../undone/our-workflows"
import { shop } from "../undone/shop-suite"
import { vendorRoutes } from "../undone/vendor-suite"

// Up to a hundred steps, each of which fails once.
jest.setTimeout(600_000)

const readOnly = /^(list|read|retrieve|find|check|simulate|ensure)-/

const decisions = "request-decisions.spec.ts"

/** Workflows whose failures are looked at elsewhere, with what they need. */
const elsewhere: Record<string, string> = {
  ...Object.fromEntries(
    [
      ...["accept-payout-details", "accept-product", "accept-product-change"],
      ...["accept-collection-change", "accept-product-category"],
      ...["accept-product-collection", "accept-product-tag"],
      ...["accept-product-type", "accept-review-removal", "reject-product"],
      ...["accept-seller-document", "reject-seller-document"],
      "withdraw-product",
    ].map((id) => [id, decisions])
  ),
  "import-products-later": "http/vendor/offers.spec.ts",
  "import-seller-products": "http/vendor/offers.spec.ts",
  "run-transfer": "http/vendor/offers.spec.ts",
  "make-payout-file": "providers/bank-file-suite.ts",
  "import-payout-report": "providers/bank-file-suite.ts",
  "open-document": "files/private-files-suite.ts",
  "open-attachment": "files/private-files-suite.ts",
  "store-uploads": "http/vendor/own-uploads-suite.ts",
  "tell-alert": "flows/notifications/alerts-suite.ts",
  "accept-seller-invite": "flows/rollback-suite.ts",
  "register-seller": "flows/rollback-suite.ts",
  "accept-seller": "flows/rollback-suite.ts",
  "reject-seller": "flows/rollback-suite.ts",
  "finish-order-set": "processes/crash-suite.ts",
  "receive-payout-event": "prove/payout-messages.spec.ts",
}

marketplaceApp({
  "a workflow that fails at any step, begun by a seller": vendorRoutes,
  "a workflow that fails at any step, begun by a buyer or an event": shop,
  "a workflow that fails at any step, begun by an operator": operators,
  "a workflow that fails at any step, begun by an event or the clock": clock,
  "a workflow that fails at any step, of what the catalogue has beside Medusa's":
    catalogueExtras,
  "all of that": () => {
    it("has reached every workflow of the plugin that writes", async () => {
      const { workflows, ...counts } = tally
      console.log(
        `failing steps: ${JSON.stringify({ workflows: workflows.size, ...counts })}`
      )
      const ours = (await ourWorkflows()).filter((id) => !readOnly.test(id))
      const unseen = ours.filter((id) => !workflows.has(id) && !elsewhere[id])
      expect(unseen).toEqual([])
      const files = Object.values(elsewhere)
      const gone = files.filter(
        (file) => !existsSync(join(__dirname, "..", file))
      )
      expect(gone).toEqual([])
    })
  },
})
