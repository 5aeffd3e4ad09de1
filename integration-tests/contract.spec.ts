import { marketplaceApp } from "./app"
import { account } from "./contract/account"
import { auth } from "./contract/auth"
import { rates } from "./contract/rates"
import { reference } from "./contract/reference"
import { shapes } from "./contract/shapes"
import { storefront } from "./contract/storefront"
import { transport } from "./contract/transport"

/** What clients of the classic API send and read, a suite per chapter. */
marketplaceApp(
  {
    transport,
    auth,
    account,
    "reference data and search": reference,
    "shapes of their own": shapes,
    storefront,
    "rate classes": rates,
  },
  { options: { rateLimits: true } }
)
