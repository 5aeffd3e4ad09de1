import { acquirerProviders } from "../acquirer"
import { marketplaceApp } from "../app"
import { booksOfOrders } from "./payments/books"
import { capturesAndRefunds } from "./payments/capture-and-refund"
import { changesOfOrders } from "./payments/changes"
import { creditOfOrders } from "./payments/credit"
import { changesBySellers } from "./payments/sellers-changes"
import { failuresOfPayments } from "./payments/failures"
import { trustInPayments } from "./payments/trust"

marketplaceApp(
  {
    "captures, refunds and cancels": capturesAndRefunds,
    "edits, returns, claims and exchanges": changesOfOrders,
    "changes by sellers": changesBySellers,
    "the books": booksOfOrders,
    "credit and free orders": creditOfOrders,
    "at once, failing and dying": failuresOfPayments,
    "who may do what": trustInPayments,
  },
  {
    options: { capture: "manual", sweepPeriodSeconds: 3600 },
    paymentProviders: acquirerProviders,
  }
)
