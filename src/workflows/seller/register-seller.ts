import { MedusaError } from "@medusajs/framework/utils"
import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type SellerRegistered } from "../../events"
import { SELLER_MODULE } from "../../modules/seller"
import type {
  MemberFields,
  ProfileFields,
  Registration,
  SellerFields,
} from "../../modules/seller/registration"
import type { SellerModuleService } from "../../modules/seller/service"
import type { SubmitRequestInput } from "../request/request-kind"
import { submitRequestWorkflow } from "../request/submit-request"
import { bindLoginStep } from "./steps/bind-login"
import { identifyLoginStep, type Login } from "./steps/identify-login"

export type RegisterSellerInput = {
  auth_identity_id: string
  seller: SellerFields & { name: string }
  /** `email`: the seller's contact address; default is the login's. */
  profile: ProfileFields
  /** `email`, when given, must be one of the login's. */
  member: Omit<MemberFields, "email"> & { email?: string }
}

const ensureRegistrationOpenStep = createStep(
  "ensure-registration-open",
  async (_: void, { container }) => {
    const { options } = container.resolve<SellerModuleService>(SELLER_MODULE)
    if (!options.registration) {
      throw new MedusaError(
        MedusaError.Types.FORBIDDEN,
        "This marketplace does not take applications",
        "registration_closed"
      )
    }
    return new StepResponse()
  }
)

const registerSellerStep = createStep(
  "register-seller-rows",
  async (input: Registration, { container }) => {
    const registered = await container
      .resolve<SellerModuleService>(SELLER_MODULE)
      .registerSeller(input)
    return new StepResponse(registered, registered)
  },
  async (registered, { container }) => {
    if (registered) {
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .undoRegistration(registered)
    }
  }
)

export const registerSellerWorkflowId = "register-seller"

/**
 * Takes an application: a pending seller, its owner, and the request that the
 * operator decides. A login whose application was rejected may apply again and
 * stays the same member.
 *
 * @throws MedusaError FORBIDDEN when registration is off; CONFLICT when the login owns a living seller, or name, handle or e-mail are taken; INVALID_DATA when `member.email` is not the login's. Of parallel calls of one login one succeeds.
 */
export const registerSellerWorkflow = createWorkflow(
  registerSellerWorkflowId,
  (input: RegisterSellerInput) => {
    const validate = createHook("validate", { input })
    ensureRegistrationOpenStep()
    const login = identifyLoginStep(input)
    const registered = registerSellerStep(
      transform({ input, login }, toRegistration)
    )
    const request = submitRequestWorkflow.runAsStep({
      input: transform({ input, registered }, toRequest),
    })
    when({ registered }, ({ registered }) => registered.is_new_member).then(
      () => {
        bindLoginStep({
          auth_identity_id: input.auth_identity_id,
          member_id: registered.member.id,
        })
      }
    )
    emitEventStep({
      eventName: MarketplaceEvents.SELLER_REGISTERED,
      data: transform(
        { registered, request },
        ({ registered, request }): SellerRegistered => ({
          id: registered.seller.id,
          request_id: request.id,
        })
      ),
    })
    const sellerRegistered = createHook("sellerRegistered", {
      registered,
      request,
    })
    return new WorkflowResponse(
      transform({ registered, request }, ({ registered, request }) => ({
        ...registered,
        request,
      })),
      { hooks: [validate, sellerRegistered] }
    )
  }
)

function toRegistration({
  input: { seller, profile, member },
  login,
}: {
  input: RegisterSellerInput
  login: Login
}): Registration {
  const email = member.email?.toLowerCase() ?? login.emails[0]
  if (!email || !login.emails.includes(email)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Field 'member, email' must be the e-mail address of your login"
    )
  }
  return {
    seller,
    profile: { ...profile, email: profile.email?.toLowerCase() || email },
    member: { ...member, email, id: login.member_id ?? undefined },
  }
}

/** `payload` has the keys that the operator's panel reads. */
function toRequest({
  input,
  registered: { seller, profile, member },
}: {
  input: RegisterSellerInput
  registered: {
    seller: { id: string; name: string; handle: string }
    profile: { email: string }
    member: { id: string; name: string; email: string }
  }
}): SubmitRequestInput {
  return {
    kind: "seller",
    seller_id: seller.id,
    submitter_type: "member",
    submitter_id: member.id,
    payload: {
      seller: {
        id: seller.id,
        name: seller.name,
        handle: seller.handle,
        email: profile.email,
      },
      member: { id: member.id, name: member.name, email: member.email },
      auth_identity_id: input.auth_identity_id,
      provider_identity_id: member.email,
    },
  }
}
