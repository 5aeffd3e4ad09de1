import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { MapCachingProvider } from "./service"

export default ModuleProvider(Modules.CACHING, {
  services: [MapCachingProvider],
})
