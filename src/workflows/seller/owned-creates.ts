import {
  createCampaignsWorkflow,
  createCustomerGroupsWorkflow,
  createInventoryItemsWorkflow,
  createPriceListsWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createStockLocationsWorkflow,
} from "@medusajs/medusa/core-flows"
import { createOwned } from "./create-owned"

/** Stock locations of a seller. */
export const createSellerStockLocationsWorkflow = createOwned(
  "create-seller-stock-locations",
  createStockLocationsWorkflow,
  "stock_location"
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

/** Campaigns of a seller. */
export const createSellerCampaignsWorkflow = createOwned(
  "create-seller-campaigns",
  createCampaignsWorkflow,
  "campaign"
)

/** Customer groups of a seller. */
export const createSellerCustomerGroupsWorkflow = createOwned(
  "create-seller-customer-groups",
  createCustomerGroupsWorkflow,
  "customer_group"
)

/** Price lists of a seller, with prices of its own variants. */
export const createSellerPriceListsWorkflow = createOwned(
  "create-seller-price-lists",
  createPriceListsWorkflow,
  "price_list"
)
