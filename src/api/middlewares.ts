import { defineMiddlewares } from "@medusajs/framework/http"
import { keepLoginTime } from "./_kit/login-time"
import { refuseNul } from "./_kit/refuse-nul"
import { adminRoutes } from "./admin/admin-routes"
import { hookRoutes } from "./hooks/hook-routes"
import { storeRoutes } from "./store/store-routes"
import { vendorRoutes } from "./vendor/vendor-routes"

export default defineMiddlewares({
  routes: [
    // The vendor gate has its own way with values that no column takes.
    { matcher: "/admin/*", middlewares: [refuseNul] },
    { matcher: "/store/*", middlewares: [refuseNul] },
    ...adminRoutes,
    ...storeRoutes,
    ...vendorRoutes,
    ...hookRoutes,
    {
      matcher: "/auth/token/refresh",
      methods: ["POST"],
      middlewares: [keepLoginTime],
    },
  ],
})
