import { Module } from "@medusajs/framework/utils"
import { PolicyModuleService } from "./service"

export const POLICY_MODULE = "policy"

export default Module(POLICY_MODULE, { service: PolicyModuleService })
