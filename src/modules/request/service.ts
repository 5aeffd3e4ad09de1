import { MedusaService } from "@medusajs/framework/utils"
import { Request } from "./models/request"

/** What is waiting for somebody's decision, and what was decided. */
export class RequestModuleService extends MedusaService({ Request }) {}
