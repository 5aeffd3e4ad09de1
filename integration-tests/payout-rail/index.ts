import { join } from "node:path"
import type { MarketplaceOptionsInput } from "../../src/options"
import type { RailOptions } from "./provider/service"

/** Options of a payout module that pays over a test rail, under the provider id `rail`. */
export function railOptions(options: RailOptions): MarketplaceOptionsInput {
  return {
    payoutProviders: [
      { resolve: join(__dirname, "provider"), id: "rail", options },
    ],
  }
}
