import { acquirerProviders } from "../../acquirer"
import { Acquirer } from "../../acquirer/server"
import { marketplaceApp, type Suite } from "../../app"
import { announcing } from "./checkout/announcing-suite"
import { commission } from "./checkout/commission-suite"
import { entries } from "./checkout/entries-suite"
import { failures } from "./checkout/failures-suite"
import { bindLate } from "./checkout/host-hooks"
import { money } from "./checkout/money-suite"
import { placing } from "./checkout/placing-suite"
import { reading } from "./checkout/reading-suite"
import { returning } from "./checkout/returns-suite"
import { refusals } from "./checkout/refusals-suite"

const acquirer = new Acquirer()
beforeAll(() => acquirer.start())
afterAll(() => acquirer.stop())

let bound = false
const withHostHooks =
  (suite: Suite): Suite =>
  (app) => {
    beforeAll(() => {
      if (!bound) {
        bound = true
        bindLate()
      }
    })
    suite(app)
  }

marketplaceApp(
  {
    "placing a set": withHostHooks(placing(acquirer)),
    amounts: money,
    commission,
    "reading sets": reading,
    "sending back": returning,
    announcing,
    "ways in": withHostHooks(entries(acquirer)),
    refusals: withHostHooks(refusals(acquirer)),
    "failing on the way": withHostHooks(failures(acquirer)),
  },
  {
    paymentProviders: acquirerProviders,
    // Captures have their own specs; here the payment is as completion leaves it.
    options: { capture: "manual" },
  }
)
