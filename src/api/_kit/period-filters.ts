import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { createOperatorMap } from "@medusajs/medusa/api/utils/validators"
import type { MirrorRoute } from "./mirror"

const periods = z.object({
  created_at: createOperatorMap().optional(),
  updated_at: createOperatorMap().optional(),
})

/**
 * A list whose validator in Medusa 2.21 knows no `created_at` and `updated_at`,
 * which panels filter by. The view names both among its filters.
 *
 * @throws MedusaError INVALID_DATA when one is no operator map of dates.
 */
export function filteredByPeriod(answer: MiddlewareFunction): MirrorRoute {
  const taken = new WeakMap<object, z.infer<typeof periods>>()
  const takePeriods: MiddlewareFunction = (
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    const { created_at, updated_at, ...query } = req.query
    const parsed = periods.safeParse({ created_at, updated_at })
    if (!parsed.success) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "created_at and updated_at take an operator map, e.g. created_at[$gte]=2026-01-01"
      )
    }
    taken.set(req, parsed.data)
    Object.assign(req, { query })
    next()
  }
  return {
    before: [takePeriods],
    answer: (
      req: MedusaRequest,
      res: MedusaResponse,
      next: MedusaNextFunction
    ) => {
      const found = Object.entries(taken.get(req) ?? {})
      Object.assign(
        req.filterableFields,
        Object.fromEntries(found.filter(([, period]) => period !== undefined))
      )
      return answer(req, res, next)
    },
  }
}
