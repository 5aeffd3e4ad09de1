import { acquirerProviders } from "../acquirer"
import { marketplaceApp } from "../app"
import { changesOfOrders } from "./payments/changes"
import { capturesAndRefunds } from "./payments/capture-and-refund"

marketplaceApp(
  {
    "captures, refunds and cancels": capturesAndRefunds,
    "edits, returns, claims and exchanges": changesOfOrders,
  },
  { options: { capture: "manual" }, paymentProviders: acquirerProviders }
)
