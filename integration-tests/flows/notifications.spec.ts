import { join } from "node:path"
import { marketplaceApp } from "../app"
import { mailboxAt } from "../mailbox/mailbox"
import { alerts } from "./notifications/alerts-suite"
import { deliveries } from "./notifications/deliveries-suite"
import { feeds } from "./notifications/feeds-suite"
import { theTable } from "./notifications/table-suite"
import { telling } from "./notifications/telling-suite"
import { PostHogFake } from "./notifications/posthog-fake"
import { tracking } from "./notifications/tracking-suite"

// The address must be in the config before the app boots.
const port = 20_000 + (process.pid % 20_000)
const posthog = new PostHogFake()
beforeAll(() => posthog.start(port))
afterAll(() => posthog.stop())

const analytics = {
  resolve: "@medusajs/medusa/analytics",
  options: {
    providers: [
      {
        resolve: "@medusajs/medusa/analytics-posthog",
        id: "posthog",
        options: {
          posthogEventsKey: "phc_test",
          posthogHost: `http://127.0.0.1:${port}`,
        },
      },
    ],
  },
}

/** A host's own provider of text messages. */
const sms = {
  resolve: join(__dirname, "../sms-gateway/provider"),
  id: "sms",
  options: { channels: ["sms"] },
}

marketplaceApp(
  {
    ...{ "the table": theTable, alerts },
    telling,
    deliveries,
    feeds,
    tracking: tracking(posthog),
  },
  {
    // `feed` and `seller_feed` have no provider here.
    modules: [mailboxAt(["email", "slack"], [sms]), analytics],
    options: {
      ...{ capture: "manual", vendorUrl: "https://vendor.example.com" },
      ...{ operatorEmails: ["ops@example.com"], notificationAttempts: 2 },
      ...{
        notificationRetrySeconds: 0.01,
        trackBuyers: true,
        payoutFloor: -30,
      },
    },
  }
)
