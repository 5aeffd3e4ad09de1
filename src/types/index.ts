export type { MarketplaceOptionsInput, CaptureMode } from "../options"
export type { SellerStatus } from "../modules/seller/types"
export type { OrderSetStatus } from "../modules/order-set/types"
export type {
  PayoutAccountState,
  PayoutCapabilities,
  PayoutInstruction,
  PayoutProvider,
  PayoutProviderClass,
  PayoutProviderEvent,
  PayoutResult,
} from "../modules/payout/payouts/provider"
