import { teamSortColumns } from "../../../modules/seller/team"
import { takesBody } from "../../_kit/takes-body"
import { UpdateMember, UpdateOwnMember } from "../../_contracts/member"
import { dropped } from "../../_kit/shape"
import { wholeList, type OwnVendorRoute } from "../../_kit/vendor-route"

/**
 * The team. `:id` is a member, whom the workflow looks for among the seller's
 * own; what needs `team:write` is said there, as everybody may change the own row.
 */
export const memberRoutes: OwnVendorRoute[] = [
  { method: "GET", path: "/vendor/me", permission: null },
  {
    method: "POST",
    path: "/vendor/me",
    permission: null,
    whileSuspended: true,
    middlewares: [takesBody(UpdateOwnMember)],
  },
  {
    method: "GET",
    path: "/vendor/members",
    permission: "team:read",
    list: wholeList,
    finds: { filters: ["q"], sort: [...teamSortColumns] },
  },
  {
    method: "GET",
    path: "/vendor/members/:id",
    permission: "team:read",
    owned: { id: "reference" },
  },
  {
    method: "POST",
    path: "/vendor/members/:id",
    permission: null,
    owned: { id: "reference" },
    bodyShape: { metadata: dropped },
    middlewares: [takesBody(UpdateMember)],
  },
  {
    method: "DELETE",
    path: "/vendor/members/:id",
    permission: null,
    owned: { id: "reference" },
  },
]
