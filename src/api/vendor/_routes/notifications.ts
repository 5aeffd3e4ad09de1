import { takesBody } from "../../_kit/takes-body"
import { ChooseNotices, ReadNotices } from "../../_contracts/notice"
import type { OwnVendorRoute } from "../../_kit/vendor-route"

/** What the seller is told, and what each member wants to be told by mail. */
export const notificationRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/notifications",
    permission: null,
    list: 50,
    finds: { filters: ["unread"], sort: [] },
  },
  {
    method: "POST",
    path: "/vendor/notifications/read",
    permission: null,
    whileSuspended: true,
    // An id that is not in the own feed is passed over.
    refs: { "ids[]": "reference" },
    middlewares: [takesBody(ReadNotices)],
  },
  {
    method: "GET",
    path: "/vendor/notification-preferences",
    permission: null,
  },
  {
    method: "POST",
    path: "/vendor/notification-preferences",
    permission: null,
    whileSuspended: true,
    middlewares: [takesBody(ChooseNotices)],
  },
]
