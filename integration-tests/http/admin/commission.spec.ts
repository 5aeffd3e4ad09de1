import { marketplaceApp } from "../../app"
import { refusalsSuite } from "./commission-refusals-suite"
import { rulesSuite } from "./commission-rules-suite"
import { simulationSuite } from "./commission-simulation-suite"

marketplaceApp(
  {
    "commission rules": rulesSuite,
    "refused commission rules": refusalsSuite,
    "simulated commission": simulationSuite,
  },
  {
    modules: [
      {
        resolve: "@medusajs/medusa/caching",
        options: { in_memory: { enable: true } },
      },
    ],
    env: { MEDUSA_FF_CACHING: "true" },
  }
)
