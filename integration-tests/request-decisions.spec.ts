import { marketplaceApp } from "./app"
import { everyKind } from "./flows/requests/every-kind-suite"

marketplaceApp(everyKind)
