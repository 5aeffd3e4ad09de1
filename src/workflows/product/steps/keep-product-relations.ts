import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SellerProductUpdate } from "./keep-held-status"

type Kept = {
  id: string
  images: { id: string; url: string }[]
  tag_ids: string[]
  category_ids: string[]
}

/**
 * Medusa 2.21 puts back columns and options of products whose update is undone,
 * and forgets their pictures, tags and categories.
 */
export const keepProductRelationsStep = createStep(
  "keep-product-relations",
  async (updates: SellerProductUpdate[], { container }) => {
    const ids = updates
      .filter(
        ({ images, tag_ids, category_ids }) => images ?? tag_ids ?? category_ids
      )
      .map(({ id }) => id)
    const products = ids.length
      ? await container
          .resolve(Modules.PRODUCT)
          .listProducts(
            { id: ids },
            { relations: ["images", "tags", "categories"] }
          )
      : []
    return new StepResponse(
      undefined,
      products.map(({ id, images, tags, categories }): Kept => ({
        id,
        images: [...images]
          .sort((a, b) => a.rank - b.rank)
          .map(({ id, url }) => ({ id, url })),
        tag_ids: tags.map((tag) => tag.id),
        category_ids: (categories ?? []).map((category) => category.id),
      }))
    )
  },
  async (kept, { container }) => {
    for (const { id, ...relations } of kept ?? []) {
      await container.resolve(Modules.PRODUCT).updateProducts(id, relations)
    }
  }
)
