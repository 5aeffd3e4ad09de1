import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { batchVariantImagesWorkflow } from "@medusajs/medusa/core-flows"
import type { ChangeVariantMedia } from "../../_contracts/product-actions"

type Image = { id: string; url: string }

/**
 * `POST /vendor/products/:id/variants/:variant_id/media`: which of the product's
 * images show the variant: `{ added, removed }`, ids.
 */
export async function changeVariantMedia(
  req: MedusaRequest<ChangeVariantMedia>,
  res: MedusaResponse
): Promise<void> {
  const { id = "", variant_id = "" } = req.params
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["images.id", "images.url"],
      filters: { id },
    })
  const images: Image[] = data[0]?.images ?? []
  const idsOf = (named: string[]) =>
    named.map((name) => {
      const image = images.find(({ id, url }) => name === id || name === url)
      if (!image) {
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `Product ${id} has no image ${name}: add it to the product first`
        )
      }
      return image.id
    })
  const { add, remove } = req.validatedBody
  const { result } = await batchVariantImagesWorkflow(req.scope).run({
    input: { variant_id, add: idsOf(add), remove: idsOf(remove) },
  })
  res.json({ added: result.added, removed: result.removed })
}
