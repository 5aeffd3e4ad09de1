import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createAndLinkProductOptionsToProductWorkflow,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"

type NewOption = {
  title: string
  values: string[]
  metadata?: Record<string, unknown> | null
}

type ChangedOption = {
  /** Checked to be this product's own, exclusive option. */
  option_id: string
  title?: string
  /** The whole list; what is not in it goes. */
  values?: string[]
  metadata?: Record<string, unknown> | null
}

export type OptionChanges = {
  add: NewOption[]
  update: ChangedOption[]
  remove: string[]
}

type CurrentOption = {
  id: string
  title: string
  metadata: Record<string, unknown> | null
  values: { id: string; value: string }[]
}

export type ApplySellerOptionsInput = {
  product_id: string
  options: OptionChanges
}

type Renamed = Pick<CurrentOption, "id" | "title" | "metadata">

/** Medusa's own workflow writes one and the same text into all that it selects. */
const renameOptionsStep = createStep(
  "rename-seller-options",
  async (
    { before, after }: { before: Renamed[]; after: Renamed[] },
    { container }
  ) => {
    for (const { id, ...update } of after) {
      await container.resolve(Modules.PRODUCT).updateProductOptions(id, update)
    }
    return new StepResponse(undefined, before)
  },
  async (before, { container }) => {
    for (const { id, ...update } of before ?? []) {
      await container.resolve(Modules.PRODUCT).updateProductOptions(id, update)
    }
  }
)

export const applySellerOptionsWorkflowId = "apply-seller-options"

/**
 * Adds, changes and takes off options of one product, whatever the operator's
 * rules say. In Medusa 2.21 a value of an option counts for a product only when
 * it is added on the product as well.
 */
export const applySellerOptionsWorkflow = createWorkflow(
  applySellerOptionsWorkflowId,
  (input: ApplySellerOptionsInput) => {
    const { data: current } = useQueryGraphStep({
      entity: "product_option",
      fields: ["id", "title", "metadata", "values.id", "values.value"],
      filters: transform({ input }, ({ input }) => ({
        id: input.options.update.map(({ option_id }) => option_id),
      })),
    })
    renameOptionsStep(
      transform({ input, current }, ({ input, current }) => ({
        before: current.map(toRenamed),
        after: current.map((option) => rename(option, input.options.update)),
      }))
    )
    createAndLinkProductOptionsToProductWorkflow.runAsStep({
      input: transform({ input, current }, ({ input, current }) => ({
        product_id: input.product_id,
        add: input.options.add.map((option) => ({
          ...option,
          is_exclusive: true,
        })),
        update: input.options.update.flatMap((change) =>
          valueChanges(change, current)
        ),
        remove: input.options.remove,
      })),
    })
    return new WorkflowResponse(current)
  }
)

const toRenamed = ({ id, title, metadata }: CurrentOption): Renamed => ({
  id,
  title,
  metadata,
})

function rename(option: CurrentOption, changes: ChangedOption[]): Renamed {
  const change = changes.find(({ option_id }) => option_id === option.id)
  return {
    id: option.id,
    title: change?.title ?? option.title,
    metadata:
      change?.metadata === undefined ? option.metadata : change.metadata,
  }
}

function valueChanges(
  { option_id, values }: ChangedOption,
  options: CurrentOption[]
) {
  const current = options.find(({ id }) => id === option_id)?.values ?? []
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
