import type { App } from "../app"

/** What classic panels and storefronts call, by chapter; `:x` stands for any id. */
const chapters: Record<string, string> = {
  auth: `POST /auth/seller/emailpass
    POST /auth/seller/emailpass/register
    POST /auth/seller/emailpass/reset-password`,
  account: `POST /vendor/sellers
    GET /vendor/sellers/me
    POST /vendor/sellers/me
    GET /vendor/me
    GET /vendor/members
    GET /vendor/members/:x
    POST /vendor/members/:x
    GET /vendor/invites
    POST /vendor/invites
    GET /vendor/sellers/me/onboarding
    POST /vendor/sellers/me/onboarding
    GET /vendor/statistics
    GET /vendor/notifications
    POST /vendor/uploads
    GET /vendor/talkjs`,
  money: `GET /vendor/payout-account
    POST /vendor/payout-account
    POST /vendor/payout-account/onboarding
    POST /vendor/payout-account/sync
    GET /vendor/payouts
    GET /vendor/commission
    GET /vendor/orders/:x/commission`,
  reference: `GET /vendor/configuration
    GET /vendor/stores
    GET /vendor/regions
    GET /vendor/regions/:x
    GET /vendor/sales-channels
    GET /vendor/price-preferences
    GET /vendor/product-categories
    GET /vendor/product-categories/:x
    GET /vendor/product-collections
    GET /vendor/product-collections/:x
    GET /vendor/product-tags
    GET /vendor/product-tags/:x
    GET /vendor/product-types
    GET /vendor/product-types/:x`,
  products: `GET /vendor/products
    GET /vendor/products/:x
    POST /vendor/products
    POST /vendor/products/:x
    DELETE /vendor/products/:x
    POST /vendor/products/:x/options
    POST /vendor/products/:x/options/:x
    DELETE /vendor/products/:x/options/:x
    GET /vendor/products/:x/variants
    POST /vendor/products/:x/variants
    POST /vendor/products/:x/variants/:x
    DELETE /vendor/products/:x/variants/:x
    POST /vendor/products/:x/variants/:x/media
    POST /vendor/products/:x/status
    POST /vendor/products/batch
    POST /vendor/products/export
    POST /vendor/products/import`,
  stock: `GET /vendor/inventory-items
    GET /vendor/inventory-items/:x
    POST /vendor/inventory-items/:x
    GET /vendor/inventory-items/:x/location-levels
    POST /vendor/inventory-items/:x/location-levels
    GET /vendor/inventory-items/:x/location-levels/:x
    POST /vendor/inventory-items/:x/location-levels/:x
    DELETE /vendor/inventory-items/:x/location-levels/:x
    POST /vendor/inventory-items/:x/location-levels/batch
    POST /vendor/inventory-items/location-levels/batch
    GET /vendor/reservations
    GET /vendor/reservations/:x
    POST /vendor/reservations
    POST /vendor/reservations/:x
    DELETE /vendor/reservations/:x
    GET /vendor/stock-locations
    GET /vendor/stock-locations/:x
    POST /vendor/stock-locations
    POST /vendor/stock-locations/:x
    POST /vendor/stock-locations/:x/sales-channels
    POST /vendor/stock-locations/:x/fulfillment-sets
    POST /vendor/stock-locations/:x/fulfillment-providers
    DELETE /vendor/stock-locations/:x`,
  shipping: `GET /vendor/fulfillment-providers
    GET /vendor/fulfillment-providers/:x/options
    DELETE /vendor/fulfillment-sets/:x
    POST /vendor/fulfillment-sets/:x/service-zones
    POST /vendor/fulfillment-sets/:x/service-zones/:x
    DELETE /vendor/fulfillment-sets/:x/service-zones/:x
    GET /vendor/shipping-options
    GET /vendor/shipping-options/:x
    POST /vendor/shipping-options
    POST /vendor/shipping-options/:x
    DELETE /vendor/shipping-options/:x
    GET /vendor/shipping-profiles
    GET /vendor/shipping-profiles/:x
    POST /vendor/shipping-profiles
    POST /vendor/shipping-profiles/:x
    DELETE /vendor/shipping-profiles/:x`,
  orders: `GET /vendor/orders
    GET /vendor/orders/:x
    GET /vendor/orders/:x/changes
    POST /vendor/orders/:x/cancel
    POST /vendor/orders/:x/complete
    POST /vendor/orders/:x/fulfillments
    POST /vendor/orders/:x/fulfillments/:x/shipments
    POST /vendor/orders/:x/fulfillments/:x/mark-as-delivered
    POST /vendor/orders/:x/fulfillments/:x/cancel
    GET /vendor/returns
    GET /vendor/returns/:x`,
  customers: `GET /vendor/customers
    GET /vendor/customers/:x
    GET /vendor/customers/:x/orders
    POST /vendor/customers/:x/customer-groups
    GET /vendor/customer-groups
    GET /vendor/customer-groups/:x
    POST /vendor/customer-groups
    POST /vendor/customer-groups/:x
    POST /vendor/customer-groups/:x/customers
    DELETE /vendor/customer-groups/:x`,
  offers: `GET /vendor/price-lists
    GET /vendor/price-lists/:x
    POST /vendor/price-lists
    POST /vendor/price-lists/:x
    GET /vendor/price-lists/:x/products
    POST /vendor/price-lists/:x/products
    POST /vendor/price-lists/:x/prices
    DELETE /vendor/price-lists/:x/prices/:x
    DELETE /vendor/price-lists/:x
    GET /vendor/promotions
    GET /vendor/promotions/:x
    GET /vendor/promotions/:x/:x
    GET /vendor/promotions/rule-attribute-options/:x
    GET /vendor/promotions/rule-value-options/:x/:x
    POST /vendor/promotions
    POST /vendor/promotions/:x
    POST /vendor/promotions/:x/rules/batch
    POST /vendor/promotions/:x/target-rules/batch
    DELETE /vendor/promotions/:x
    GET /vendor/campaigns
    GET /vendor/campaigns/:x
    POST /vendor/campaigns
    POST /vendor/campaigns/:x
    POST /vendor/campaigns/:x/promotions
    DELETE /vendor/campaigns/:x`,
  requests: `GET /vendor/requests
    GET /vendor/requests/:x
    POST /vendor/requests
    POST /vendor/requests/:x
    POST /vendor/requests/batch
    GET /vendor/sellers/me/reviews
    GET /vendor/sellers/me/reviews/:x
    POST /vendor/sellers/me/reviews/:x
    GET /vendor/return-request
    GET /vendor/return-request/:x
    POST /vendor/return-request/:x
    GET /vendor/attributes
    GET /vendor/attributes/:x
    GET /vendor/products/:x/applicable-attributes`,
  storefront: `GET /store/products
    GET /store/seller
    GET /store/seller/:x
    GET /store/product-categories
    GET /store/collections
    POST /store/carts
    GET /store/carts/:x
    POST /store/carts/:x
    DELETE /store/carts/:x/promotions
    POST /store/carts/:x/line-items
    POST /store/carts/:x/line-items/:x
    DELETE /store/carts/:x/line-items/:x
    POST /store/carts/:x/customer
    GET /store/shipping-options
    POST /store/carts/:x/shipping-methods
    DELETE /store/carts/:x/shipping-methods
    GET /store/payment-providers
    POST /store/payment-collections
    POST /store/payment-collections/:x/payment-sessions
    POST /store/carts/:x/complete
    GET /store/orders
    GET /store/orders/:x
    GET /store/order-set
    GET /store/order-set/:x
    GET /store/returns
    GET /store/reviews
    POST /store/reviews
    POST /store/reviews/:x
    DELETE /store/reviews/:x
    GET /store/wishlist
    POST /store/wishlist
    DELETE /store/wishlist/product/:x
    GET /store/return-reasons
    GET /store/shipping-options/return
    GET /store/return-request
    POST /store/return-request
    GET /store/return-request/:x`,
  operator: `GET /admin/sellers
    GET /admin/sellers/:x
    POST /admin/sellers/:x
    GET /admin/sellers/:x/orders
    GET /admin/sellers/:x/products
    GET /admin/sellers/:x/customer-groups
    POST /admin/sellers/invite
    GET /admin/order-sets
    GET /admin/order-sets/:x
    GET /admin/requests
    GET /admin/requests/:x
    POST /admin/requests/:x
    GET /admin/return-request
    POST /admin/return-request/:x
    GET /admin/reviews
    GET /admin/reviews/:x
    GET /admin/attributes
    GET /admin/attributes/:x
    POST /admin/attributes
    POST /admin/attributes/:x
    DELETE /admin/attributes/:x
    GET /admin/attributes/:x/values
    POST /admin/attributes/:x/values
    GET /admin/attributes/:x/values/:x
    POST /admin/attributes/:x/values/:x
    DELETE /admin/attributes/:x/values/:x
    GET /admin/products/:x/applicable-attributes
    POST /admin/products/:x
    GET /admin/configuration
    POST /admin/configuration
    POST /admin/configuration/:x
    GET /admin/commission/rules
    POST /admin/commission/rules
    GET /admin/commission/rules/:x
    POST /admin/commission/rules/:x
    DELETE /admin/commission/rules/:x
    GET /admin/commission/default
    POST /admin/commission/default
    GET /admin/commission/commission-lines
    GET /admin/algolia
    GET /admin/product-categories/:x/details
    POST /admin/product-categories/:x/details`,
}

const made = new Set<string>()

/** Notes every call that the app answers with a success, from now on. */
export function noteCalls({ api }: App): void {
  api.interceptors.response.use((res) => {
    const path = new URL(res.config.url ?? "/", "http://here").pathname
    if (res.status < 300) {
      made.add(`${res.config.method?.toUpperCase()} ${path}`)
    }
    return res
  })
}

/** Last: a call that no suite before has made with success is named. */
export const everyCall = () => {
  it("was made by a suite above, with success", () => {
    const calls = Object.values(chapters).flatMap((text) =>
      text.split("\n").map((line) => line.trim())
    )
    expect(calls.length).toBeGreaterThan(220)
    const missing = calls.filter((call) => {
      const pattern = new RegExp(`^${call.replaceAll(":x", "[^/]+")}$`)
      return ![...made].some((name) => pattern.test(name))
    })
    expect(missing).toEqual([])
  })
}
