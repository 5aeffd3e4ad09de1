import { unlessPath, type MiddlewareRoute } from "@medusajs/framework/http"
import { takesBody } from "../_kit/takes-body"
import { answersIn } from "../_kit/edge"
import { heldStatus } from "../_kit/held-status"
import {
  SetConfigurationRule,
  SetSellerConfigurationRule,
  UpdateConfigurationRule,
} from "../_contracts/configuration"
import { ReadNotices } from "../_contracts/notice"
import { DecideReturnRequest } from "../_contracts/return-request"
import { SaveDetails } from "../_contracts/taxonomy"
import { DecideRequest } from "../_contracts/request"
import {
  AdminUpdateSeller,
  ChangeSellerStatus,
  InviteSeller,
} from "../_contracts/seller"
import { attributeRoutes } from "./attributes/attribute-routes"
import { booksRoutes } from "./books-routes"
import { commissionRoutes } from "./commission/commission-routes"
import { payoutRoutes } from "./payouts/payout-routes"

/** Validators of our admin routes; Medusa authenticates everything under `/admin`. */
export const adminRoutes: MiddlewareRoute[] = [
  {
    matcher: "/admin/sellers/invite",
    methods: ["POST"],
    middlewares: [takesBody(InviteSeller)],
  },
  {
    matcher: "/admin/sellers/:id",
    methods: ["POST"],
    middlewares: [
      // Medusa 2.21 runs the middlewares of every matcher that fits.
      unlessPath(/\/sellers\/invite$/, takesBody(AdminUpdateSeller)),
    ],
  },
  {
    matcher: "/admin/sellers/:id/products",
    methods: ["GET"],
    middlewares: [answersIn({ "": heldStatus })],
  },
  {
    matcher: "/admin/sellers/:id/status",
    methods: ["POST"],
    middlewares: [takesBody(ChangeSellerStatus)],
  },
  {
    matcher: "/admin/marketplace/notifications/read",
    methods: ["POST"],
    middlewares: [takesBody(ReadNotices)],
  },
  {
    matcher: "/admin/requests/:id",
    methods: ["POST"],
    middlewares: [takesBody(DecideRequest)],
  },
  {
    matcher: "/admin/return-request/:id",
    methods: ["POST"],
    middlewares: [takesBody(DecideReturnRequest)],
  },
  {
    matcher: "/admin/configuration",
    methods: ["POST"],
    middlewares: [takesBody(SetConfigurationRule)],
  },
  {
    matcher: "/admin/configuration/:id",
    methods: ["POST"],
    middlewares: [takesBody(UpdateConfigurationRule)],
  },
  {
    matcher: "/admin/sellers/:id/configuration",
    methods: ["POST"],
    middlewares: [takesBody(SetSellerConfigurationRule)],
  },
  ...attributeRoutes,
  ...["collections", "product-categories"].map((name) => ({
    matcher: `/admin/${name}/:id/details`,
    methods: ["POST" as const],
    middlewares: [takesBody(SaveDetails)],
  })),
  ...commissionRoutes,
  ...payoutRoutes,
  ...booksRoutes,
]
