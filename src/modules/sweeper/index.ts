import { Module } from "@medusajs/framework/utils"
import { SweeperModuleService } from "./service"

export const SWEEPER_MODULE = "sweeper"

export default Module(SWEEPER_MODULE, { service: SweeperModuleService })
