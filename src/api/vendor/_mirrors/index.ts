import type { AnsweredVendorRoute } from "../../_kit/vendor-route"
import { fulfillmentSets } from "./fulfillment-sets"
import { inventoryItems } from "./inventory-items"
import { products } from "./products"
import { referenceData } from "./reference-data"
import { shippingOptions } from "./shipping-options"
import { shippingProfiles } from "./shipping-profiles"
import { stockLocations } from "./stock-locations"

/** Every vendor route that answers with Medusa's own handler. */
export const mirroredRoutes: AnsweredVendorRoute[] = [
  ...fulfillmentSets,
  ...inventoryItems,
  ...products,
  ...referenceData,
  ...shippingOptions,
  ...shippingProfiles,
  ...stockLocations,
]
