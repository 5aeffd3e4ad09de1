import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { PaymentSplitProvider } from "./service"

export default ModuleProvider(Modules.PAYMENT, {
  services: [PaymentSplitProvider],
})
