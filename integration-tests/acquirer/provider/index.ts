import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { AcquirerPaymentProvider } from "./service"

export default ModuleProvider(Modules.PAYMENT, {
  services: [AcquirerPaymentProvider],
})
