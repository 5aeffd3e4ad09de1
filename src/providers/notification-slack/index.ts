import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { SlackNotificationProvider } from "./service"

export default ModuleProvider(Modules.NOTIFICATION, {
  services: [SlackNotificationProvider],
})
