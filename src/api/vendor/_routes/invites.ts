import { takesBody } from "../../_kit/takes-body"
import {
  AcceptInvite,
  CreateInvite,
  inviteSortColumns,
} from "../../_contracts/member"
import { NoBody } from "../../_contracts/no-body"
import { wholeList, type OwnVendorRoute } from "../../_kit/vendor-route"

/** Invitations into the team. `:id` is looked for among the seller's own by the workflow. */
export const inviteRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/invites",
    permission: "team:read",
    list: wholeList,
    finds: { filters: ["q"], sort: [...inviteSortColumns] },
  },
  {
    method: "POST",
    path: "/vendor/invites",
    permission: "team:write",
    rate: "invites",
    middlewares: [takesBody(CreateInvite)],
  },
  {
    method: "POST",
    path: "/vendor/invites/accept",
    access: "identity",
    permission: null,
    rate: "invites",
    middlewares: [takesBody(AcceptInvite)],
  },
  {
    method: "POST",
    path: "/vendor/invites/:id/resend",
    permission: "team:write",
    rate: "invites",
    owned: { id: "reference" },
    middlewares: [takesBody(NoBody)],
  },
  {
    method: "DELETE",
    path: "/vendor/invites/:id",
    permission: "team:write",
    owned: { id: "reference" },
  },
]
