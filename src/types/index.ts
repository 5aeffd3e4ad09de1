export type { MarketplaceOptionsInput, CaptureMode } from "../options"
export type { SellerStatus } from "../modules/seller/types"
export type { OrderSetStatus } from "../modules/order-set/types"
export type {
  PayoutAccountContext,
  PayoutAccountRequest,
  PayoutAccountState,
  PayoutCapabilities,
  PayoutFile,
  PayoutFileOrder,
  PayoutInstruction,
  PayoutOnboarding,
  PayoutProvider,
  PayoutProviderClass,
  PayoutProviderEvent,
  PayoutReportLine,
  PayoutResult,
} from "../payout-provider"
export type {
  CommissionConditions,
  CommissionRate,
  CommissionRuleContent,
} from "../modules/commission/types"
export type { Explain as CommissionExplain } from "../workflows/commission/explain"
export type { CommissionSimulation } from "../workflows/commission/simulate-commission"
export type {
  RequestEffect,
  RequestKind,
  RequestOf,
  Submitter,
} from "../workflows/request/request-kind"
export type { RequestResult } from "../workflows/request/request-result"
export type { RequestDiff } from "../modules/request/types"
