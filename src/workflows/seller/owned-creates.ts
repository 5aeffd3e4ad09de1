import {
  createInventoryItemsWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
} from "@medusajs/medusa/core-flows"
import { createOwned } from "./create-owned"

/** Stock locations of a seller. */
export const createSellerStockLocationsWorkflow = createOwned(
  "create-seller-stock-locations",
  createStockLocationsWorkflow,
  "stock_location"
)

/** Shipping profiles of a seller. */
export const createSellerShippingProfilesWorkflow = createOwned(
  "create-seller-shipping-profiles",
  createShippingProfilesWorkflow,
  "shipping_profile"
)

/** Service zones of a seller. */
export const createSellerServiceZonesWorkflow = createOwned(
  "create-seller-service-zones",
  createServiceZonesWorkflow,
  "service_zone"
)

/** Shipping options of a seller. */
export const createSellerShippingOptionsWorkflow = createOwned(
  "create-seller-shipping-options",
  createShippingOptionsWorkflow,
  "shipping_option"
)

/** Inventory items of a seller that no variant asked for. */
export const createSellerInventoryItemsWorkflow = createOwned(
  "create-seller-inventory-items",
  createInventoryItemsWorkflow,
  "inventory_item"
)
