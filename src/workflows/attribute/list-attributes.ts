import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type {
  AttributeRow,
  PossibleValueRow,
} from "../../modules/attribute/attribute-definitions"

export type ListAttributesInput = {
  id?: string
  /** Those that apply to this product. */
  product_id?: string
  handle?: string[]
  is_filterable?: boolean
  q?: string
  limit: number
  offset: number
  order: Record<string, "ASC" | "DESC">
}

export type ListedAttribute = Omit<
  AttributeRow,
  "possible_values" | "categories" | "values"
> & {
  possible_values: PossibleValueRow[]
  product_categories: { id: string; name: string }[]
}

const listAttributesStep = createStep(
  "list-attributes",
  async (
    { product_id, q, limit, offset, order, ...columns }: ListAttributesInput,
    { container }
  ) => {
    const { data, metadata } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "product_attribute",
        fields: ["*", "possible_values.*", "categories.category_id"],
        filters: {
          ...defined(columns),
          ...(q && { q }),
          ...(product_id && (await appliesTo(container, product_id))),
        },
        pagination: { take: limit, skip: offset, order },
      })
    // The graph's rows are untyped at this edge; the fields above are asked for.
    const rows = data as unknown as AttributeRow[]
    return new StepResponse({
      attributes: await withCategories(container, rows),
      count: metadata?.count ?? rows.length,
    })
  }
)

export const listAttributesWorkflowId = "list-attributes"

/**
 * Attributes with their values, by rank, and their categories, in a fixed number of statements.
 *
 * @throws MedusaError NOT_FOUND for an unknown product.
 */
export const listAttributesWorkflow = createWorkflow(
  listAttributesWorkflowId,
  (input: ListAttributesInput) =>
    new WorkflowResponse(listAttributesStep(input))
)

const defined = (columns: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined)
  )

async function appliesTo(container: MedusaContainer, productId: string) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["id", "categories.id"],
      filters: { id: productId },
    })
  const [product] = data
  if (!product) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Product with id: ${productId} was not found`
    )
  }
  const ids = (product.categories ?? []).flatMap(
    (row: { id: string } | null) => row?.id ?? []
  )
  return {
    $or: [
      { is_global: true },
      ...(ids.length ? [{ categories: { category_id: ids } }] : []),
    ],
  }
}

async function withCategories(
  container: MedusaContainer,
  rows: AttributeRow[]
): Promise<ListedAttribute[]> {
  const ids = rows.flatMap(({ categories }) =>
    categories.map(({ category_id }) => category_id)
  )
  const { data } = ids.length
    ? await container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "product_category",
        fields: ["id", "name"],
        filters: { id: [...new Set(ids)] },
      })
    : { data: [] }
  const names = new Map(data.map(({ id, name }) => [id, name]))
  return rows.map(({ categories, values, possible_values, ...row }) => ({
    ...row,
    possible_values: [...possible_values].sort(
      (a, b) => a.rank - b.rank || a.value.localeCompare(b.value)
    ),
    product_categories: categories.flatMap(({ category_id: id }) => {
      const name = names.get(id)
      return name === undefined ? [] : [{ id, name }]
    }),
  }))
}
