import { Module } from "@medusajs/framework/utils"
import { FreshnessModuleService } from "./service"

export const FRESHNESS_MODULE = "freshness"

export default Module(FRESHNESS_MODULE, { service: FreshnessModuleService })
