import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { adminCustomerRoutesMiddlewares } from "@medusajs/medusa/api/admin/customers/middlewares"
import * as memberships from "@medusajs/medusa/api/admin/customers/[id]/customer-groups/route"
import * as one from "@medusajs/medusa/api/admin/customers/[id]/route"
import * as list from "@medusajs/medusa/api/admin/customers/route"
import { AdminCustomersParams } from "@medusajs/medusa/api/admin/customers/validators"
import { adminOrderRoutesMiddlewares } from "@medusajs/medusa/api/admin/orders/middlewares"
import { assertOwned } from "../../../scope/assert-owned"
import { mirror } from "../../_kit/mirror"
import { ownRelation } from "../../_kit/own-relation"
import { isRecord } from "../../_kit/record"
import type { Change } from "../../_kit/shape"
import { sellerContext } from "../../_kit/vendor-route"
import { commonSort, filtersOf } from "../../_kit/view-query"
import { shownNames } from "../_shapes/seller-names"
import { listOrders, takeOwnFilters } from "../orders/list"
import { orderListView } from "./order-views"

/** What an order needs to be fulfilled and asked about; never addresses, which stand in the orders themselves. */
export const customerColumns = [
  "id",
  "email",
  "first_name",
  "last_name",
  "company_name",
  "phone",
  "has_account",
  "created_at",
  "updated_at",
]

/** The orders of a customer, by the middlewares of Medusa's order list. */
const ordersOfCustomer: MiddlewareRoute = {
  matcher: "/admin/customers/:id/orders",
  method: ["GET"],
  middlewares: adminOrderRoutesMiddlewares.find(
    ({ matcher, method }) =>
      matcher === "/admin/orders" && method?.includes("GET")
  )?.middlewares,
}

function onlyOfThisCustomer(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  Object.assign(req, { query: { ...req.query, customer_id: req.params.id } })
  next()
}

const groupColumns = ["id", "name", "created_at", "updated_at"]

const groups = {
  name: "groups",
  entity: "customer_group",
  via: "customers.id",
  filter: (ids: string[]) => ({ customers: { id: ids } }),
} as const

const ownGroups = ownRelation({
  ...groups,
  columns: groupColumns,
  always: true,
})

/** With who else is in each, for who asks for `groups.customers`. */
const wholeGroups = ownRelation({
  ...groups,
  columns: [...groupColumns, "customers.id"],
  asked: "groups.customers",
})

const groupFilter = z.object({
  groups: z
    .union([z.string(), z.array(z.string())])
    .transform((ids) => [ids].flat()),
})

/** Who is in which group is nobody else's business. */
const ofOwnGroups: Change = async (query, { req }) => {
  const { groups: _asked, ...rest } = isRecord(query) ? query : {}
  const customer_group = groupFilter.safeParse(query).data?.groups ?? []
  await assertOwned(req.scope, sellerContext(req).sellerId, { customer_group })
  return customer_group.length ? { ...rest, groups: customer_group } : rest
}

/** Who bought from the seller, and the seller's own groups of them. */
export const customers = mirror({
  resource: "customers",
  entity: "customer",
  area: "customers",
  view: {
    hidden: ["metadata", "created_by"],
    fields: customerColumns,
    defaults: customerColumns,
    sort: [...commonSort, "email", "first_name", "last_name", "has_account"],
    filters: filtersOf(AdminCustomersParams, ["created_by"]),
  },
  core: [ordersOfCustomer, ...adminCustomerRoutesMiddlewares],
  routes: {
    "GET /": {
      answer: list.GET,
      answerShape: [{ "": ownGroups }, shownNames],
      queryShape: { "": ofOwnGroups },
    },
    "GET /:id": {
      answer: one.GET,
      answerShape: [{ "": ownGroups }, { "": wholeGroups }, shownNames],
    },
    "GET /:id/orders": {
      answer: listOrders,
      before: [onlyOfThisCustomer, takeOwnFilters],
      view: orderListView,
    },
    "POST /:id/customer-groups": {
      answer: memberships.POST,
      answerShape: [{ "": ownGroups }, shownNames],
      refs: { "add[]": "customer_group", "remove[]": "customer_group" },
    },
  },
})
