import type { MiddlewareRoute } from "@medusajs/framework/http"
import { takesBody } from "../../_kit/takes-body"
import { ConfigurePayoutAccount } from "../../_contracts/payout"
import {
  MakePayoutFile,
  MarkPayoutPaid,
  ReconcilePayouts,
  RunPayouts,
  WithReason,
} from "../../_contracts/payout-answers"

const takes = (
  matcher: string,
  schema: Parameters<typeof takesBody>[0],
  bodyParser?: MiddlewareRoute["bodyParser"]
): MiddlewareRoute => ({
  ...{ matcher, methods: ["POST"], bodyParser },
  middlewares: [takesBody(schema)],
})

/** Validators of the payout routes; Medusa lets operators only under `/admin`. */
export const payoutRoutes: MiddlewareRoute[] = [
  takes("/admin/payouts/run", RunPayouts),
  takes("/admin/payouts/reconcile", ReconcilePayouts, { sizeLimit: "6mb" }),
  takes("/admin/payouts/files", MakePayoutFile),
  takes("/admin/payouts/:id/cancel", WithReason),
  takes("/admin/payouts/:id/mark-paid", MarkPayoutPaid),
  takes("/admin/payouts/:id/mark-failed", WithReason),
  takes("/admin/sellers/:id/payout-account", ConfigurePayoutAccount),
]
