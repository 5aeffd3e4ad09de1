import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { addShippingMethodToCartWorkflow } from "@medusajs/medusa/core-flows"
import {
  listSellerShippingOptionsWorkflow,
  type SellerShippingOption,
} from "./list-seller-shipping-options"

export type ChooseShippingMethodsInput = {
  cart_id: string
  options: { id: string; data?: Record<string, unknown> }[]
  additional_data?: Record<string, unknown>
}

type CheckInput = {
  optionIds: string[]
  offered: SellerShippingOption[]
}

/**
 * Two methods for one profile would both be charged, and an option of a seller
 * who is not in the cart would ship nothing.
 */
const ensureOptionsFitStep = createStep(
  "ensure-shipping-options-fit",
  async ({ optionIds, offered }: CheckInput) => {
    const taken = new Map<string, string>()
    for (const id of optionIds) {
      const option = offered.find((candidate) => candidate.id === id)
      if (!option) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `option_id: shipping option "${id}" ships nothing in this cart`
        )
      }
      const other = taken.get(option.shipping_profile_id)
      if (other) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `option_id: "${other}" and "${id}" ship the same items; choose one`
        )
      }
      taken.set(option.shipping_profile_id, id)
    }
    return new StepResponse(undefined)
  }
)

export const chooseShippingMethodsWorkflowId = "choose-shipping-methods"

/**
 * Sets one or many shipping methods of a cart by Medusa's own workflow, which
 * replaces the method of the same profile only, and refreshes the cart once.
 * Choosing the same again leaves the same methods and totals.
 *
 * @throws MedusaError INVALID_DATA (400) when an option ships nothing in the cart, or two ship the same lines.
 */
export const chooseShippingMethodsWorkflow = createWorkflow(
  chooseShippingMethodsWorkflowId,
  (input: ChooseShippingMethodsInput) => {
    const offered = listSellerShippingOptionsWorkflow.runAsStep({
      input: { cart_id: input.cart_id },
    })
    ensureOptionsFitStep({
      optionIds: transform({ input }, ({ input }) =>
        input.options.map(({ id }) => id)
      ),
      offered,
    })
    addShippingMethodToCartWorkflow.runAsStep({ input })
    return new WorkflowResponse(undefined)
  }
)
