import type {
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { refetchEntity } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { sellerContext } from "./vendor-route"

type Created = { result: { id: string }[] }

type OwnedAnswer = {
  /** Key of the row in the answer, and the entity it is read from. */
  entity: string
  /** Runs the workflow of `createOwned` for one validated body. */
  create: (
    scope: MedusaContainer,
    sellerId: string,
    body: Record<string, unknown>
  ) => Promise<Created>
}

/** Handler that creates one row of the seller and answers it with 201, in the fields that were asked for. */
export function answerCreated({
  entity,
  create,
}: OwnedAnswer): MiddlewareFunction {
  return async function answerCreatedRow(
    req: MedusaRequest<Record<string, unknown>>,
    res: MedusaResponse
  ) {
    const { sellerId } = sellerContext(req)
    const { result } = await create(req.scope, sellerId, req.validatedBody)
    const row = await refetchEntity({
      entity,
      idOrFilter: result[0]?.id ?? "",
      scope: req.scope,
      fields: req.queryConfig.fields,
    })
    res.status(201).json({ [entity]: row })
  }
}
