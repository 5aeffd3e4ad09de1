import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { SmsGatewayProvider } from "./service"

export default ModuleProvider(Modules.NOTIFICATION, {
  services: [SmsGatewayProvider],
})
