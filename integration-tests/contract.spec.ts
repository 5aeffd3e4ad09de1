import { marketplaceApp } from "./app"
import { account } from "./contract/account"
import { afterDelivery } from "./contract/after-delivery"
import { auth } from "./contract/auth"
import { attributes } from "./contract/attributes"
import { catalogue } from "./contract/catalogue"
import { rates } from "./contract/rates"
import { reference } from "./contract/reference"
import { requests } from "./contract/requests"
import { shapes } from "./contract/shapes"
import { storefront } from "./contract/storefront"
import { transport } from "./contract/transport"

const { REDIS_URL = "" } = process.env

/** What clients of the classic API send and read, a suite per chapter. */
marketplaceApp(
  {
    transport,
    auth,
    account,
    "reference data and search": reference,
    "shapes of their own": shapes,
    "requests and rules": requests,
    "reviews and returns": afterDelivery,
    storefront,
    attributes,
    "taxonomy, configuration, wishlist": catalogue,
    "rate classes": rates,
  },
  {
    options: {
      rateLimits: true,
      // A database of Redis per run: counts of another run would be added.
      rateLimitRedisUrl: `${REDIS_URL}/${1 + (process.pid % 15)}`,
      vendorCors: "https://panel.example.com,/\\.sellers\\.example\\.com$/",
    },
  }
)
