import { createHmac, timingSafeEqual } from "node:crypto"
import type { ConfigModule, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

/**
 * What lets a guest see a set again, beside the e-mail of its orders. Answered
 * to who completes the cart, and kept nowhere: it is made of the set's id by the
 * server's `http.jwtSecret`, so changing that takes all of them back.
 *
 * @throws MedusaError UNEXPECTED_STATE when the server has no `jwtSecret`.
 */
export function orderSetSecret(
  container: MedusaContainer,
  orderSetId: string
): string {
  const config: ConfigModule = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const key = config.projectConfig.http.jwtSecret
  if (typeof key !== "string" || !key) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "Set http.jwtSecret in medusa-config: guests see their purchase by it"
    )
  }
  return createHmac("sha256", key)
    .update(`order-set:${orderSetId}`)
    .digest("base64url")
}

/** Whether a guest's secret is that of the set; takes the same time for every answer. */
export function isOrderSetSecret(
  container: MedusaContainer,
  orderSetId: string,
  secret: string
): boolean {
  const right = Buffer.from(orderSetSecret(container, orderSetId))
  const given = Buffer.from(secret)
  return right.length === given.length && timingSafeEqual(right, given)
}
