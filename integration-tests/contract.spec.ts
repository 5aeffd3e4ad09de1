import { acquirerProviders } from "./acquirer"
import { marketplaceApp } from "./app"
import { account } from "./contract/account"
import { afterDelivery } from "./contract/after-delivery"
import { auth } from "./contract/auth"
import { attributes } from "./contract/attributes"
import { catalogue } from "./contract/catalogue"
import { customersOfPanels } from "./contract/customers"
import { everyCall } from "./contract/calls"
import { goods } from "./contract/goods"
import { offers } from "./contract/offers"
import { ordersOfPanels } from "./contract/orders"
import { operatorsPages } from "./contract/operator"
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
    goods,
    "customers and groups": customersOfPanels,
    offers,
    "orders of panels": ordersOfPanels,
    "requests and rules": requests,
    "reviews and returns": afterDelivery,
    "the operator's pages": operatorsPages,
    storefront,
    attributes,
    "taxonomy, configuration, wishlist": catalogue,
    "rate classes": rates,
    "every call of classic clients": everyCall,
  },
  {
    paymentProviders: acquirerProviders,
    options: {
      capture: "manual",
      rateLimits: true,
      // A database of Redis per run: counts of another run would be added.
      rateLimitRedisUrl: `${REDIS_URL}/${1 + (process.pid % 15)}`,
      vendorCors: "https://panel.example.com,/\\.sellers\\.example\\.com$/",
    },
  }
)
