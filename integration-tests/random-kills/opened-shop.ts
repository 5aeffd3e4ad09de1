import { signIn } from "../members"
import { PayoutRail } from "../payout-rail/server"
import { railOptions } from "../payout-rail"
import { fillCart, openShop, type Cart, type Shop } from "../processes/shop"
import { openStage, type Stage } from "../processes/stage"

export type Filled = { cart: Cart; total: number }

export type Opened = {
  stage: Stage
  shop: Shop
  rail: PayoutRail
  close: () => Promise<void>
}

/**
 * Everything that processes share is in Redis, and what was emitted stays
 * readable there. Earnings are payable at once, sellers are paid over a test rail,
 * and whoever is told anything is told by Medusa's local provider.
 */
export async function openForKills(): Promise<Opened> {
  const rail = await new PayoutRail({ instant: true, latencyMs: 20 }).start()
  const stage = await openStage({
    infrastructure: "redis",
    connections: 20,
    options: {
      ...railOptions({ url: rail.url }),
      ...{ payoutAccountProvider: "rail", payoutRetrySeconds: 0.5 },
      ...{ payoutCallTimeoutSeconds: 2, sweepPeriodSeconds: 2 },
      ...{ releaseOn: "captured", releaseHoldDays: 0, payoutChangeHoldDays: 0 },
      ...{ notificationRetrySeconds: 1, rateLimits: false },
    },
    modules: (redisUrl) => [
      {
        key: "event_bus",
        resolve: "@medusajs/event-bus-redis",
        options: { redisUrl, jobOptions: { removeOnComplete: false } },
      },
      {
        resolve: "@medusajs/medusa/notification",
        options: {
          providers: [
            {
              ...{
                resolve: "@medusajs/medusa/notification-local",
                id: "local",
              },
              options: { channels: ["email", "feed", "seller_feed"] },
            },
          ],
        },
      },
    ],
  })
  const shop = await openShop(stage)
  return {
    ...{ stage, shop, rail },
    close: async () => {
      await stage.close()
      await rail.stop()
    },
  }
}

/** Each seller has an owner, who opens an account at the rail. */
export async function openAccounts(
  { shop }: Opened,
  api: Stage["api"]
): Promise<void> {
  for (const seller of shop.sellers) {
    const { as } = await signIn(shop.world, seller)
    const { status, data } = await api.post(
      "/vendor/payout-account",
      { context: { country: "de" } },
      as
    )
    if (status >= 300) {
      throw new Error(`${status} ${JSON.stringify(data)}`)
    }
  }
}

/** Carts of two sellers each, side by side on the given servers: filling them takes longest. */
export async function fillCarts(
  shop: Shop,
  apis: Stage["api"][],
  count: number
): Promise<Filled[]> {
  const filled: Filled[] = []
  await Promise.all(
    apis.map(async (api, first) => {
      const world = { ...shop.world, api }
      for (let n = first; n < count; n += apis.length) {
        const cart = await fillCart(
          { ...shop, world },
          { email: `buyer-${n}@example.com`, quantities: [2 + n, 30 + n] }
        )
        const path = `/store/carts/${cart.id}?fields=total`
        const { data } = await api.get(path, world.store)
        filled[n] = { cart, total: data.cart.total }
      }
    })
  )
  return filled
}
