import type { AnsweredVendorRoute } from "../../_kit/vendor-route"
import { campaigns } from "./campaigns"
import { customerGroups } from "./customer-groups"
import { customers } from "./customers"
import { claims } from "./claims"
import { exchanges } from "./exchanges"
import { fulfillmentSets } from "./fulfillment-sets"
import { inventoryItems } from "./inventory-items"
import { orderEdits } from "./order-edits"
import { orders } from "./orders"
import { priceLists } from "./price-lists"
import { products } from "./products"
import { promotions } from "./promotions"
import { referenceData } from "./reference-data"
import { reservations } from "./reservations"
import { payments } from "./payments"
import { returns } from "./returns"
import { shippingOptions } from "./shipping-options"
import { shippingProfiles } from "./shipping-profiles"
import { stockLocations } from "./stock-locations"

/** Every vendor route that answers with Medusa's own handler. */
export const mirroredRoutes: AnsweredVendorRoute[] = [
  ...campaigns,
  ...customerGroups,
  ...customers,
  ...claims,
  ...exchanges,
  ...fulfillmentSets,
  ...inventoryItems,
  ...orderEdits,
  ...orders,
  ...priceLists,
  ...products,
  ...promotions,
  ...referenceData,
  ...reservations,
  ...payments,
  ...returns,
  ...shippingOptions,
  ...shippingProfiles,
  ...stockLocations,
]
