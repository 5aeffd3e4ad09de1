import { adminCustomerGroupRoutesMiddlewares } from "@medusajs/medusa/api/admin/customer-groups/middlewares"
import * as customers from "@medusajs/medusa/api/admin/customer-groups/[id]/customers/route"
import * as one from "@medusajs/medusa/api/admin/customer-groups/[id]/route"
import * as list from "@medusajs/medusa/api/admin/customer-groups/route"
import {
  AdminGetCustomerGroupsParams,
  type AdminCreateCustomerGroupType,
} from "@medusajs/medusa/api/admin/customer-groups/validators"
import { createSellerCustomerGroupsWorkflow } from "../../../workflows/seller/owned-creates"
import { mirror } from "../../_kit/mirror"
import { ownRelation } from "../../_kit/own-relation"
import { answerCreated } from "../../_kit/owned-answer"
import { isRecord } from "../../_kit/record"
import type { Change } from "../../_kit/shape"
import { commonSort, filtersOf } from "../../_kit/view-query"
import { shownNames, storedName, storedNames } from "../_shapes/seller-names"
import { customerColumns } from "./customers"

const columns = ["id", "name", "metadata", "created_at", "updated_at"]

const ownCustomers = ownRelation({
  name: "customers",
  entity: "customer",
  columns: customerColumns,
  via: "groups.id",
  filter: (ids) => ({ groups: { id: ids } }),
  always: true,
})

/** Classic panels read the rows of the list one level deeper. */
const nested: Change = (group) =>
  isRecord(group)
    ? { ...group, customer_group_id: group.id, customer_group: group }
    : group

/** A seller's own groups of those who bought from it. Medusa wants their names unique in the shop. */
export const customerGroups = mirror({
  resource: "customer-groups",
  entity: "customer_group",
  area: "customers",
  view: {
    hidden: ["created_by"],
    fields: columns,
    defaults: columns,
    sort: [...commonSort, "name"],
    filters: filtersOf(AdminGetCustomerGroupsParams, [
      "created_by",
      "customers",
    ]),
  },
  core: adminCustomerGroupRoutesMiddlewares,
  answerShape: { "": ownCustomers, ...shownNames },
  routes: {
    "GET /": {
      answer: list.GET,
      queryShape: { name: storedNames },
      answerShape: { "customer_groups[]": nested },
    },
    "POST /": {
      bodyShape: { name: storedName },
      answer: answerCreated({
        entity: "customer_group",
        create: (scope, seller_id, body: AdminCreateCustomerGroupType) =>
          createSellerCustomerGroupsWorkflow(scope).run({
            input: { seller_id, input: { customersData: [body] } },
          }),
      }),
    },
    "GET /:id": one.GET,
    "POST /:id": { answer: one.POST, bodyShape: { name: storedName } },
    "DELETE /:id": one.DELETE,
    "POST /:id/customers": {
      answer: customers.POST,
      refs: { "add[]": "customer", "remove[]": "customer" },
    },
  },
})
