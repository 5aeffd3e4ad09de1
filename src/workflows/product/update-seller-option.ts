import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createAndLinkProductOptionsToProductWorkflow,
  updateProductOptionsWorkflow,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"

export type UpdateSellerOptionInput = {
  product_id: string
  /** Checked to be this seller's own, exclusive option. */
  option_id: string
  title?: string
  /** The whole list; what is not in it goes. */
  values?: string[]
  metadata?: Record<string, unknown> | null
}

export const updateSellerOptionWorkflowId = "update-seller-option"

/**
 * Changes an option and its values on its product. In Medusa 2.21 a value of an
 * option counts for a product only when it is added on the product as well.
 */
export const updateSellerOptionWorkflow = createWorkflow(
  updateSellerOptionWorkflowId,
  (input: UpdateSellerOptionInput) => {
    const { data: options } = useQueryGraphStep({
      entity: "product_option",
      fields: ["id", "title", "metadata", "values.id", "values.value"],
      filters: { id: input.option_id },
    })
    updateProductOptionsWorkflow.runAsStep({
      input: transform({ input, options }, ({ input, options }) => ({
        selector: { id: input.option_id },
        update: {
          title: input.title ?? options[0]?.title,
          metadata: input.metadata ?? options[0]?.metadata,
        },
      })),
    })
    createAndLinkProductOptionsToProductWorkflow.runAsStep({
      input: transform({ input, options }, ({ input, options }) => ({
        product_id: input.product_id,
        update: valueChanges(input, options[0]?.values ?? []),
      })),
    })
    return new WorkflowResponse(options)
  }
)

function valueChanges(
  { option_id, values }: UpdateSellerOptionInput,
  current: { id: string; value: string }[]
) {
  if (!values) {
    return []
  }
  const known = new Set(current.map(({ value }) => value))
  return [
    {
      product_option_id: option_id,
      add: values
        .filter((value) => !known.has(value))
        .map((value) => ({ value })),
      remove: current
        .filter(({ value }) => !values.includes(value))
        .map(({ id }) => id),
    },
  ]
}
