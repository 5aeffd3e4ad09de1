import { ModuleProvider } from "@medusajs/framework/utils"
import { PayoutBankFileProvider } from "./service"

export default ModuleProvider("payout", { services: [PayoutBankFileProvider] })
