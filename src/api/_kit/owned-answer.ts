import type {
  MedusaNextFunction,
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

const creators = new WeakSet<MiddlewareFunction>()

/** Whether a handler says 201 for what it made. */
export const isCreator = (handler: MiddlewareFunction): boolean =>
  creators.has(handler)

/** The handler with 201 where it says 200, as Medusa's do whatever they make. */
export function created(handler: MiddlewareFunction): MiddlewareFunction {
  const creator = (
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    const status = res.status.bind(res)
    res.status = (code) => status(code === 200 ? 201 : code)
    return handler(req, res.status(200), next)
  }
  creators.add(creator)
  return creator
}

/** Handler that creates one row of the seller and answers it with 201, in the fields that were asked for. */
export function answerCreated({
  entity,
  create,
}: OwnedAnswer): MiddlewareFunction {
  return created(async function answerCreatedRow(
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
    res.json({ [entity]: row })
  })
}
