import { acquirerProviders } from "../../acquirer"
import { marketplaceApp } from "../../app"
import { orderLists } from "./orders/lists-suite"

marketplaceApp(
  { "lists of orders": orderLists },
  {
    options: { capture: "manual", sweepPeriodSeconds: 3600 },
    paymentProviders: acquirerProviders,
  }
)
