import { acquirerProviders } from "../acquirer"
import { marketplaceApp } from "../app"
import { disputesSuite } from "./books/disputes-suite"
import { earningsSuite } from "./books/earnings-suite"
import { ledgerSuite } from "./books/ledger-suite"
import { reportsSuite } from "./books/reports-suite"
import { statementsSuite } from "./books/statements-suite"

marketplaceApp(
  {
    earnings: earningsSuite,
    "the ledger": ledgerSuite,
    disputes: disputesSuite,
    "monthly statements": statementsSuite,
    reports: reportsSuite,
  },
  {
    options: {
      ...{ capture: "manual", sweepPeriodSeconds: 3600 },
      ...{ reservePercent: 10, reserveDays: 30 },
    },
    paymentProviders: acquirerProviders,
  }
)
