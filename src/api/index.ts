export { registerVendorRoutes } from "./_kit/vendor-table"
export {
  sellerContext,
  type SellerContext,
  type VendorRoute,
} from "./_kit/vendor-route"
export { assertOwned } from "../scope/assert-owned"
export { sellerFilter } from "../scope/seller-filter"
