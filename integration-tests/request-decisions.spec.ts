import { marketplaceApp } from "./app"
import { everyKind } from "./flows/requests/every-kind-suite"
import { queueOfEveryKind } from "./flows/requests/kind-queue-suite"

marketplaceApp({
  "the decision of every kind": everyKind,
  "the queue of every kind": queueOfEveryKind,
})
