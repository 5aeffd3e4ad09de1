import { z } from "@medusajs/framework/zod"
import type { PolicyRow } from "../../modules/policy/service"
import {
  policyNames,
  productParts,
  type PolicyValue,
} from "../../modules/policy/types"

/** `is_enabled` sets a flag, `value` a list. */
const setting = {
  is_enabled: z.boolean().optional(),
  value: z.array(z.enum(productParts)).optional(),
}
type Setting = { is_enabled?: boolean; value?: PolicyValue }

const one = {
  error: "Send one of 'is_enabled' and 'value'",
}
const hasOne = ({ is_enabled, value }: Setting) =>
  (is_enabled === undefined) !== (value === undefined)

/** `POST /admin/configuration` */
export const SetConfigurationRule = z
  .strictObject({ rule_type: z.enum(policyNames), ...setting })
  .refine(hasOne, one)
export type SetConfigurationRule = z.infer<typeof SetConfigurationRule>

/** `POST /admin/configuration/:id` */
export const UpdateConfigurationRule = z
  .strictObject(setting)
  .refine(hasOne, one)
export type UpdateConfigurationRule = z.infer<typeof UpdateConfigurationRule>

/** `POST /admin/sellers/:id/configuration`; `is_enabled: null` goes back to what holds for everybody. */
export const SetSellerConfigurationRule = z.strictObject({
  rule_type: z.enum(policyNames),
  is_enabled: z.boolean().nullish(),
  value: setting.value,
})
export type SetSellerConfigurationRule = z.infer<
  typeof SetSellerConfigurationRule
>

/** A rule under the names that panels use. */
export function presentPolicy({
  id,
  name,
  content,
  created_at,
  updated_at,
}: PolicyRow) {
  const { value } = content
  return {
    id,
    rule_type: name,
    is_enabled: typeof value === "boolean" ? value : value !== null,
    ...(typeof value === "boolean" ? {} : { value }),
    created_at,
    updated_at,
  }
}
