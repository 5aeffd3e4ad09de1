export type { MarketplaceOptionsInput, CaptureMode } from "../options"
export type { SellerStatus } from "../modules/seller/types"
export type { OrderSetStatus } from "../modules/order-set/types"
