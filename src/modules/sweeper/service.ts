import { MedusaService } from "@medusajs/framework/utils"
import { Sweep } from "./models/sweep"

/** When each sweeper last ran and what it mended. */
export class SweeperModuleService extends MedusaService({ Sweep }) {}
