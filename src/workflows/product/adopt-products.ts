import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { createRemoteLinkStep } from "@medusajs/medusa/core-flows"
import { ownerLink } from "../../scope/owner-link"
import { refreshStorefrontVisibilityWorkflow } from "../seller/refresh-storefront-visibility"

export type AdoptProductsInput = { seller_id: string; product_ids: string[] }

/** A row with its seller, if it has one. */
type Claimed = { id: string; seller?: { id: string } | null }

type StockedVariant = { inventory_items?: { inventory_item_id: string }[] }

/** Reads only: the links that are still missing. What has a seller keeps it. */
const findMissingLinksStep = createStep(
  "find-missing-product-links",
  async ({ seller_id, product_ids }: AdoptProductsInput, { container }) => {
    const products = await readProducts(container, product_ids)
    const items = await readItems(
      container,
      products.flatMap((product) => product.itemIds)
    )
    const free = ({ seller }: Claimed) => !seller
    return new StepResponse({
      products: products
        .filter(free)
        .map(({ id }) => ownerLink("product", id, seller_id)),
      items: items
        .filter(free)
        .map(({ id }) => ownerLink("inventory_item", id, seller_id)),
    })
  }
)

export const adoptProductsWorkflowId = "adopt-products"

/**
 * Links products and the inventory items behind their variants to the seller
 * whose request made them, and hides them when the seller is on vacation.
 * Idempotent: rows that have a seller are left alone.
 *
 * @param input.product_ids - Made by the seller or checked to be its own.
 */
export const adoptProductsWorkflow = createWorkflow(
  adoptProductsWorkflowId,
  (input: AdoptProductsInput) => {
    const links = findMissingLinksStep(input)
    // One step a table: a step that fails halfway is not compensated.
    createRemoteLinkStep(links.products)
    createRemoteLinkStep(links.items).config({ name: "link-inventory-items" })
    refreshStorefrontVisibilityWorkflow.runAsStep({
      input: { seller_id: input.seller_id, vacations_only: true },
    })
    return new WorkflowResponse(links)
  }
)

async function readProducts(
  container: MedusaContainer,
  ids: string[]
): Promise<(Claimed & { itemIds: string[] })[]> {
  if (!ids.length) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: [
        "id",
        "seller.id",
        "variants.id",
        "variants.inventory_items.inventory_item_id",
      ],
      filters: { id: ids },
    })
  return data.map(({ id, seller, variants }) => ({
    id,
    seller,
    itemIds: (variants ?? []).flatMap((variant: StockedVariant) =>
      (variant.inventory_items ?? []).map((item) => item.inventory_item_id)
    ),
  }))
}

async function readItems(
  container: MedusaContainer,
  ids: string[]
): Promise<Claimed[]> {
  if (!ids.length) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "inventory_item",
      fields: ["id", "seller.id"],
      filters: { id: ids },
    })
  return data
}
