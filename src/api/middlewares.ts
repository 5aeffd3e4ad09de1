import { defineMiddlewares } from "@medusajs/framework/http"
import { storeRoutes } from "./store/store-routes"

export default defineMiddlewares({ routes: [...storeRoutes] })
