import {
  refetchEntity,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import type { AdminCreateFulfillmentSetServiceZonesType } from "@medusajs/medusa/api/admin/fulfillment-sets/validators"
import type { AdminCreateStockLocationFulfillmentSetType } from "@medusajs/medusa/api/admin/stock-locations/validators"
import { createSellerFulfillmentSetWorkflow } from "../../workflows/seller/create-seller-fulfillment-set"
import { createSellerServiceZonesWorkflow } from "../../workflows/seller/owned-creates"
import { sellerContext } from "../_kit/vendor-route"

/** `POST /vendor/stock-locations/:id/fulfillment-sets` answers the location, as Medusa's does. */
export async function createFulfillmentSet(
  req: MedusaRequest<AdminCreateStockLocationFulfillmentSetType>,
  res: MedusaResponse
): Promise<void> {
  const location_id = req.params.id ?? ""
  await createSellerFulfillmentSetWorkflow(req.scope).run({
    input: {
      seller_id: sellerContext(req).sellerId,
      location_id,
      ...req.validatedBody,
    },
  })
  const stock_location = await refetchEntity({
    entity: "stock_location",
    idOrFilter: location_id,
    scope: req.scope,
    fields: req.queryConfig.fields,
  })
  res.json({ stock_location })
}

/** `POST /vendor/fulfillment-sets/:id/service-zones` answers the set, as Medusa's does. */
export async function createServiceZone(
  req: MedusaRequest<AdminCreateFulfillmentSetServiceZonesType>,
  res: MedusaResponse
): Promise<void> {
  const fulfillment_set_id = req.params.id ?? ""
  await createSellerServiceZonesWorkflow(req.scope).run({
    input: {
      seller_id: sellerContext(req).sellerId,
      input: { data: [{ ...req.validatedBody, fulfillment_set_id }] },
    },
  })
  const fulfillment_set = await refetchEntity({
    entity: "fulfillment_set",
    idOrFilter: fulfillment_set_id,
    scope: req.scope,
    fields: req.queryConfig.fields,
  })
  res.json({ fulfillment_set })
}
