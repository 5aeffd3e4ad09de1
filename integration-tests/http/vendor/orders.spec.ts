import { acquirerProviders } from "../../acquirer"
import { marketplaceApp } from "../../app"
import { orderLists } from "./orders/lists-suite"
import { orderRaces } from "./orders/races-suite"
import { orderStatistics } from "./orders/statistics-suite"
import { orderWork } from "./orders/work-suite"

marketplaceApp(
  {
    "lists of orders": orderLists,
    "work on orders": orderWork,
    "races on orders": orderRaces,
    statistics: orderStatistics,
  },
  {
    options: { capture: "manual", sweepPeriodSeconds: 3600 },
    paymentProviders: acquirerProviders,
  }
)
