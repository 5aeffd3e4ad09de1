import { acquirerProviders } from "../acquirer"
import { marketplaceApp } from "../app"
import { waysToPay } from "./payments/ways-to-pay"

marketplaceApp(waysToPay, {
  options: { sweepPeriodSeconds: 3600 },
  paymentProviders: acquirerProviders,
})
