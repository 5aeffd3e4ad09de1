import { marketplaceApp } from "../app"
import { accountSuite } from "./payouts/account-suite"
import { messageSuite } from "./payouts/message-suite"
import { operatorSuite } from "./payouts/operator-suite"
import { reportSuite } from "./payouts/report-suite"
import { runSuite } from "./payouts/run-suite"
import { options } from "./payouts/stage"

marketplaceApp(
  {
    "a run of payouts": runSuite,
    "a payout account": accountSuite,
    "an operator": operatorSuite,
    "files and reports": reportSuite,
    "a provider's messages": messageSuite,
  },
  { options }
)
