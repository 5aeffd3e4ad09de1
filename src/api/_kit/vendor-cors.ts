import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  parseCorsOrigins,
} from "@medusajs/framework/utils"
import cors from "cors"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerModuleService } from "../../modules/seller/service"

let handler: ReturnType<typeof cors> | undefined

/** Medusa answers CORS for its own prefixes only; runs before the gate, so that refusals can be read by a panel too. */
export function vendorCors(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  handler ??= cors({
    origin: parseCorsOrigins(origins(req)),
    credentials: true,
  })
  handler(req, res, next)
}

function origins({ scope }: MedusaRequest): string {
  const { options } = scope.resolve<SellerModuleService>(SELLER_MODULE)
  const { projectConfig } = scope.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  return options.vendorCors ?? projectConfig.http.authCors
}
