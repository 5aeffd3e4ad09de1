import { ModuleProvider } from "@medusajs/framework/utils"
import { RailPayoutProvider } from "./service"

export default ModuleProvider("payout", { services: [RailPayoutProvider] })
