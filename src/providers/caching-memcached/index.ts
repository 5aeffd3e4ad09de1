import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import registerOptions from "./register-options"
import { MemcachedCachingProvider } from "./service"

export default ModuleProvider(Modules.CACHING, {
  services: [MemcachedCachingProvider],
  loaders: [registerOptions],
})
