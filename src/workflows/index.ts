export {
  removePossibleValueWorkflow,
  savePossibleValueWorkflow,
} from "./attribute/change-possible-values"
export { deleteAttributeWorkflow } from "./attribute/delete-attribute"
export { saveAttributeWorkflow } from "./attribute/save-attribute"
export { chooseShippingMethodsWorkflow } from "./cart/choose-shipping-methods"
export { listSellerShippingOptionsWorkflow } from "./cart/list-seller-shipping-options"
export { removeLineItemWorkflow } from "./cart/remove-line-item"
export { removeShippingMethodsWorkflow } from "./cart/remove-shipping-methods"
export { deleteCommissionRuleWorkflow } from "./commission/delete-rule"
export { saveCommissionRuleWorkflow } from "./commission/save-rule"
export { listCommissionLinesWorkflow } from "./payout/list-commission-lines"
export { postOrderMoneyWorkflow } from "./payout/post-order-money"
export { simulateCommissionWorkflow } from "./commission/simulate-commission"
export { deleteDocumentWorkflow } from "./document/delete-document"
export { openDocumentWorkflow } from "./document/open-document"
export { storeDocumentsWorkflow } from "./document/store-documents"
export { chooseNoticesWorkflow } from "./notice/choose-notices"
export { markNoticesReadWorkflow } from "./notice/mark-notices-read"
export { notifyWorkflow } from "./notice/notify"
export {
  registerNoticeTemplate,
  type NoticeData,
  type NoticeTemplate,
  type RenderedNotice,
} from "./notice/render-notice"
export { resendNoticeWorkflow } from "./notice/resend-notice"
export { captureOrderSetWorkflow } from "./order-set/capture-order-set"
export { completeCartWorkflow } from "./order-set/complete-cart"
export { listOrderSetsWorkflow } from "./order-set/list-order-sets"
export { releaseOrderSetWorkflow } from "./order-set/release-order-set"
export { settleOrderSetWorkflow } from "./order-set/settle-order-set"
export { setPolicyWorkflow } from "./policy/set-policy"
export { changeSellerProductWorkflow } from "./product/change-seller-product"
export { changePriceListPricesWorkflow } from "./price-list/change-price-list-prices"
export {
  adjustBalanceWorkflow,
  decideAdjustmentWorkflow,
} from "./payout/adjust-balance"
export {
  holdPayoutsWorkflow,
  releaseOrderEarningsWorkflow,
  setPayoutFloorWorkflow,
  setReleaseTermsWorkflow,
} from "./payout/decide-seller-money"
export { issueStatementsWorkflow } from "./payout/issue-statements"
export {
  chargeDisputeFeeWorkflow,
  closeDisputeWorkflow,
  openDisputeWorkflow,
} from "./payout/keep-dispute"
export { exportSellerProductsWorkflow } from "./product/export-seller-products"
export { importSellerProductsWorkflow } from "./product/import-seller-products"
export {
  createOperatorProductWorkflow,
  updateOperatorProductWorkflow,
} from "./product/write-operator-product"
export { writeSellerProductsWorkflow } from "./product/write-seller-products"
export { createSellerPromotionWorkflow } from "./promotion/create-seller-promotion"
export { refreshOwnLinesWorkflow } from "./promotion/refresh-own-lines"
export { batchRequestsWorkflow } from "./request/batch-requests"
export { decideRequestWorkflow } from "./request/decide-request"
export { editRequestWorkflow } from "./request/edit-request"
export { registerRequestKind } from "./request/kinds"
export {
  submitRequestsWorkflow,
  submitRequestWorkflow,
} from "./request/submit-request"
export { acceptInviteWorkflow } from "./seller/accept-invite"
export { adminUpdateSellerWorkflow } from "./seller/admin-update-seller"
export { changeSellerStatusWorkflow } from "./seller/change-seller-status"
export { createSellerFulfillmentSetWorkflow } from "./seller/create-seller-fulfillment-set"
export { createSellerShippingProfilesWorkflow } from "./seller/create-seller-shipping-profiles"
export { inviteMemberWorkflow } from "./seller/invite-member"
export { inviteSellerWorkflow } from "./seller/invite-seller"
export { listSellersWorkflow } from "./seller/list-sellers"
export { listTeamWorkflow } from "./seller/list-team"
export {
  createSellerCampaignsWorkflow,
  createSellerCustomerGroupsWorkflow,
  createSellerInventoryItemsWorkflow,
  createSellerPriceListsWorkflow,
  createSellerServiceZonesWorkflow,
  createSellerShippingOptionsWorkflow,
  createSellerStockLocationsWorkflow,
} from "./seller/owned-creates"
export { refreshOnboardingWorkflow } from "./seller/refresh-onboarding"
export { registerSellerWorkflow } from "./seller/register-seller"
export { removeMemberWorkflow } from "./seller/remove-member"
export { resendInviteWorkflow } from "./seller/resend-invite"
export { revokeInviteWorkflow } from "./seller/revoke-invite"
export { transferOwnershipWorkflow } from "./seller/transfer-ownership"
export { updateMemberWorkflow } from "./seller/update-member"
export { updateSellerWorkflow } from "./seller/update-seller"
export { checkHealthWorkflow } from "./sweeper/check-health"
export { runSweepersWorkflow } from "./sweeper/run-sweepers"
export { deleteUploadWorkflow } from "./upload/delete-upload"
export { storeUploadsWorkflow } from "./upload/store-uploads"
export { saveDetailsWorkflow } from "./taxonomy/save-details"
export { dropProductWorkflow } from "./wishlist/drop-product"
export { keepProductWorkflow } from "./wishlist/keep-product"
