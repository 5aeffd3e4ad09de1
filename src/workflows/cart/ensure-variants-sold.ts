import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { useQueryGraphStep } from "@medusajs/medusa/core-flows"
import { isSellerOpen } from "./seller-guard"

type SoldVariant = {
  product?: {
    title: string
    seller?: {
      name: string
      status: string
      vacation_from?: Date | string | null
      vacation_until?: Date | string | null
    } | null
  } | null
}

const ensureSellersSellStep = createStep(
  "ensure-sellers-sell",
  async (variants: SoldVariant[]) => {
    for (const { product } of variants) {
      if (product?.seller && !isSellerOpen(product.seller, new Date())) {
        throw new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `"${product.title}" cannot be bought at the moment, as ${product.seller.name} is not selling now`
        )
      }
    }
    return new StepResponse(undefined)
  }
)

export const ensureVariantsSoldWorkflowId = "ensure-variants-sold"

/**
 * Refuses variants of a seller who is not selling now; unknown ids are left to
 * Medusa's own check.
 *
 * @throws MedusaError NOT_ALLOWED (400) naming the product and its seller.
 */
export const ensureVariantsSoldWorkflow = createWorkflow(
  ensureVariantsSoldWorkflowId,
  (input: { variant_ids: string[] }) => {
    const variants = useQueryGraphStep({
      entity: "variant",
      filters: { id: input.variant_ids },
      fields: [
        "product.title",
        "product.seller.name",
        "product.seller.status",
        "product.seller.vacation_from",
        "product.seller.vacation_until",
      ],
    })
    ensureSellersSellStep(variants.data)
    return new WorkflowResponse(undefined)
  }
)
