import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export type LoginBinding = { auth_identity_id: string; member_id: string }

/**
 * Makes a login the member's, by one guarded statement. Not Medusa's
 * `setAuthAppMetadataStep`: its compensation in 2.21 deletes the key from an
 * object that the module then merges into the stored one, so the key stays and
 * the login points at a member that was rolled back.
 *
 * @throws MedusaError CONFLICT when the login has a member already.
 */
export const bindLoginStep = createStep(
  "bind-login",
  async (binding: LoginBinding, { container }) => {
    const { rows } = await container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)
      .raw<{ rows: unknown[] }>(
        `update auth_identity
         set app_metadata = coalesce(app_metadata, '{}') || jsonb_build_object('seller_id', ?::text),
           updated_at = now()
         where id = ? and app_metadata ->> 'seller_id' is null
         returning id`,
        [binding.member_id, binding.auth_identity_id]
      )
    if (!rows.length) {
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        "This login belongs to a member already"
      )
    }
    return new StepResponse(binding, binding)
  },
  async (binding, { container }) => {
    if (binding) {
      await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
        `update auth_identity
           set app_metadata = nullif(app_metadata - 'seller_id', '{}'::jsonb)
           where id = ? and app_metadata ->> 'seller_id' = ?`,
        [binding.auth_identity_id, binding.member_id]
      )
    }
  }
)
