import { defineMiddlewares } from "@medusajs/framework/http"
import { storeRoutes } from "./store/store-routes"
import { vendorRoutes } from "./vendor/vendor-routes"

export default defineMiddlewares({ routes: [...storeRoutes, ...vendorRoutes] })
