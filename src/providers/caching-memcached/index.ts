import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { MemcachedCachingProvider } from "./service"

export default ModuleProvider(Modules.CACHING, {
  services: [MemcachedCachingProvider],
})
