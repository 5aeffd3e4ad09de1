import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"

/** Who stands behind a token, as the auth module knows it. */
export type Login = {
  /** Lower case; the first is the one to write to. */
  emails: string[]
  /** The member that the login belongs to, when there is one. */
  member_id: string | null
}

const appMetadata = z.looseObject({ seller_id: z.string().nullish() })
const userMetadata = z.looseObject({ email: z.email().nullish() })

/**
 * Reads the e-mail addresses and the member of an auth identity. Addresses come
 * from the login only (`emailpass`: its name; others: what their provider
 * confirmed), never from a body: who knows an address is not who owns it.
 */
export const identifyLoginStep = createStep(
  "identify-login",
  async (input: { auth_identity_id: string }, { container }) => {
    const identity = await container
      .resolve(Modules.AUTH)
      .retrieveAuthIdentity(input.auth_identity_id, {
        relations: ["provider_identities"],
      })
    const emails = (identity.provider_identities ?? []).map((provider) =>
      provider.provider === "emailpass"
        ? provider.entity_id
        : userMetadata.safeParse(provider.user_metadata).data?.email
    )
    const member = appMetadata.safeParse(identity.app_metadata ?? {})
    return new StepResponse<Login>({
      emails: emails.flatMap((email) => (email ? [email.toLowerCase()] : [])),
      member_id: member.data?.seller_id ?? null,
    })
  }
)
