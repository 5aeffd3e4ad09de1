import type { MedusaContainer } from "@medusajs/framework/types"
import { DOCUMENT_MODULE } from "../../modules/document"
import type { DocumentModuleService } from "../../modules/document/service"

/** When a file that is imported or exported now is thrown away. */
export function keepUntil(container: MedusaContainer): Date {
  const { exportKeepDays } =
    container.resolve<DocumentModuleService>(DOCUMENT_MODULE).options
  return new Date(Date.now() + exportKeepDays * 24 * 3_600_000)
}
