import { marketplaceApp } from "./app"
import { everyKind } from "./flows/requests/every-kind-suite"

// Nothing goes on behind an order.
marketplaceApp(everyKind, { options: { capture: "manual" } })
