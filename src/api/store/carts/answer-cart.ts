import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The cart of the path with the fields that the request asked for. */
export async function answerCart(
  req: MedusaRequest<unknown>
): Promise<Record<string, unknown>> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    {
      entity: "cart",
      fields: req.queryConfig.fields,
      filters: { id: req.params.id ?? "" },
    },
    { throwIfKeyNotFound: true }
  )
  return { ...data[0] }
}
