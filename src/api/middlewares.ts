import { defineMiddlewares } from "@medusajs/framework/http"
import { adminRoutes } from "./admin/admin-routes"
import { storeRoutes } from "./store/store-routes"
import { vendorRoutes } from "./vendor/vendor-routes"

export default defineMiddlewares({
  routes: [...adminRoutes, ...storeRoutes, ...vendorRoutes],
})
