import { marketplaceApp } from "../../app"
import { ownPromotions } from "./own-promotions-suite"

marketplaceApp({
  promotions: ownPromotions,
})
