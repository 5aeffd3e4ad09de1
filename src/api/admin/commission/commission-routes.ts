import {
  unlessPath,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { takesBody } from "../../_kit/takes-body"
import {
  CreateCommissionRule,
  ListCommissionRulesParams,
  ListRuleVersionsParams,
  SetDefaultCommissionRule,
  SimulateCommission,
  UpdateCommissionRule,
} from "../../_contracts/commission"

/** Validators of the commission routes; Medusa lets operators only under `/admin`. */
export const commissionRoutes: MiddlewareRoute[] = [
  {
    matcher: "/admin/commission/rules",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(ListCommissionRulesParams, {
        defaults: ["id"],
        defaultLimit: 50,
        isList: true,
      }),
    ],
  },
  {
    matcher: "/admin/commission/rules",
    methods: ["POST"],
    middlewares: [takesBody(CreateCommissionRule)],
  },
  {
    matcher: "/admin/commission/rules/simulate",
    methods: ["POST"],
    middlewares: [takesBody(SimulateCommission)],
  },
  {
    matcher: "/admin/commission/rules/:id",
    methods: ["POST"],
    middlewares: [
      // Medusa 2.21 runs the middlewares of every matcher that fits.
      unlessPath(/\/rules\/simulate$/, takesBody(UpdateCommissionRule)),
    ],
  },
  {
    matcher: "/admin/commission/rules/:id/versions",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(ListRuleVersionsParams, {
        defaults: ["id"],
        defaultLimit: 50,
        isList: true,
      }),
    ],
  },
  {
    matcher: "/admin/commission/default",
    methods: ["POST"],
    middlewares: [takesBody(SetDefaultCommissionRule)],
  },
]
