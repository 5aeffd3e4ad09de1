import type { AnsweredVendorRoute } from "../../_kit/vendor-route"
import { fulfillmentSets } from "./fulfillment-sets"
import { inventoryItems } from "./inventory-items"
import { orders } from "./orders"
import { products } from "./products"
import { referenceData } from "./reference-data"
import { shippingOptions } from "./shipping-options"
import { shippingProfiles } from "./shipping-profiles"
import { stockLocations } from "./stock-locations"

/** Every vendor route that answers with Medusa's own handler. */
export const mirroredRoutes: AnsweredVendorRoute[] = [
  ...fulfillmentSets,
  ...inventoryItems,
  ...orders,
  ...products,
  ...referenceData,
  ...shippingOptions,
  ...shippingProfiles,
  ...stockLocations,
]
