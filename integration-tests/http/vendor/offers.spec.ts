import { marketplaceApp } from "../../app"
import { ownCustomers } from "./own-customers-suite"
import { ownPrices } from "./own-prices-suite"
import { ownPromotions } from "./own-promotions-suite"
import { ownUploads } from "./own-uploads-suite"
import { transfers } from "./transfers-suite"
import { productFiles } from "./product-files-suite"

marketplaceApp(
  {
    promotions: ownPromotions,
    "price lists": ownPrices,
    "customers, groups and reservations": ownCustomers,
    uploads: ownUploads,
    "product files": productFiles,
    "files in the background": transfers,
  },
  {
    // Nothing goes on behind an order.
    options: {
      capture: "manual",
      uploadMaxBytes: 300_000,
      uploadMaxFiles: 3,
      uploadMaxPixels: 4_000_000,
      uploadQuotaFiles: 4,
    },
  }
)
