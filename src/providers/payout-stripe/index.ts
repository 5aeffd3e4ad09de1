import { ModuleProvider } from "@medusajs/framework/utils"
import { PayoutStripeProvider } from "./service"

export default ModuleProvider("payout", { services: [PayoutStripeProvider] })
