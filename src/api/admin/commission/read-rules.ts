import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { CommissionDimension } from "../../../modules/commission/types"
import {
  namedIds,
  presentRule,
  type StoredRule,
} from "../../_contracts/commission-answer"

type Page = {
  filters: Record<string, unknown>
  pagination?: { skip?: number; take?: number; order?: Record<string, string> }
}

/** Rules as clients read them, and how many there are in all. */
export async function readRules(
  container: MedusaContainer,
  { filters, pagination }: Page
): Promise<{ rules: Record<string, unknown>[]; count: number }> {
  const { data, metadata } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "commission_rule",
      fields: ["*"],
      filters,
      pagination,
    })
  // Rows of the module, which checked them when they were saved.
  const stored = data as StoredRule[]
  const names = await readNames(container, stored)
  return {
    rules: stored.map((rule) => presentRule(rule, names)),
    count: metadata?.count ?? data.length,
  }
}

/** @throws MedusaError NOT_FOUND when no rule fits. */
export async function readRule(
  container: MedusaContainer,
  filters: { id: string } | { is_default: true }
): Promise<Record<string, unknown>> {
  const { rules } = await readRules(container, { filters })
  if (!rules[0]) {
    const which = "id" in filters ? ` with id: ${filters.id}` : ""
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Commission rule${which} was not found`
    )
  }
  return rules[0]
}

/** What people call the things that rules name; currencies are their own name. */
const nameColumns: Partial<
  Record<CommissionDimension, { entity: string; column: string }>
> = {
  product: { entity: "product", column: "title" },
  seller: { entity: "seller", column: "name" },
  product_type: { entity: "product_type", column: "value" },
  product_category: { entity: "product_category", column: "name" },
  product_collection: { entity: "product_collection", column: "title" },
  sales_channel: { entity: "sales_channel", column: "name" },
}

async function readNames(
  container: MedusaContainer,
  rules: StoredRule[]
): Promise<Map<string, string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const lists = await Promise.all(
    Object.entries(nameColumns).map(async ([dimension, { entity, column }]) => {
      // The keys of the table above.
      const ids = namedIds(rules, dimension as CommissionDimension)
      if (ids.length === 0) {
        return []
      }
      const { data } = await query.graph({
        entity,
        fields: ["id", column],
        filters: { id: ids },
      })
      return data.map((row: Record<string, string>): [string, string] => [
        row.id ?? "",
        row[column] ?? "",
      ])
    })
  )
  return new Map(lists.flat())
}
