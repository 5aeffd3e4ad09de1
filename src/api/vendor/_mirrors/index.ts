import type { AnsweredVendorRoute } from "../../_kit/vendor-route"
import { campaigns } from "./campaigns"
import { fulfillmentSets } from "./fulfillment-sets"
import { inventoryItems } from "./inventory-items"
import { orders } from "./orders"
import { products } from "./products"
import { promotions } from "./promotions"
import { referenceData } from "./reference-data"
import { shippingOptions } from "./shipping-options"
import { shippingProfiles } from "./shipping-profiles"
import { stockLocations } from "./stock-locations"

/** Every vendor route that answers with Medusa's own handler. */
export const mirroredRoutes: AnsweredVendorRoute[] = [
  ...campaigns,
  ...fulfillmentSets,
  ...inventoryItems,
  ...orders,
  ...products,
  ...promotions,
  ...referenceData,
  ...shippingOptions,
  ...shippingProfiles,
  ...stockLocations,
]
