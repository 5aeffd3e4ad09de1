import { defineMiddlewares } from "@medusajs/framework/http"
import { keepLoginTime } from "./_kit/login-time"
import { adminRoutes } from "./admin/admin-routes"
import { hookRoutes } from "./hooks/hook-routes"
import { storeRoutes } from "./store/store-routes"
import { vendorRoutes } from "./vendor/vendor-routes"

export default defineMiddlewares({
  routes: [
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
