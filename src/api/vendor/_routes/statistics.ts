import type { Change } from "../../_kit/shape"
import type { OwnVendorRoute } from "../../_kit/vendor-route"

/** Classic panels read counts as text. */
const asText: Change = (count) => String(count)

export const statisticsRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/statistics",
    permission: "orders:read",
    answerShape: {
      "orders[].count": asText,
      "customers[].count": asText,
    },
  },
]
