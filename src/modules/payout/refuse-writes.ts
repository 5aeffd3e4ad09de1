import { MedusaError, pluralize } from "@medusajs/framework/utils"

/**
 * Medusa generates `createX`, `updateX`, `deleteX`, … for every model. For money
 * rows they would go around the ledger, so they refuse.
 */
export function refuseGeneratedWrites(
  service: { prototype: object },
  models: string[]
): void {
  for (const model of models) {
    for (const verb of [
      "create",
      "update",
      "delete",
      "softDelete",
      "restore",
    ]) {
      const method = `${verb}${pluralize(model)}`
      Object.defineProperty(service.prototype, method, {
        value: async () => {
          throw new MedusaError(
            MedusaError.Types.NOT_ALLOWED,
            `PayoutModuleService.${method} is refused: money rows are written by the service's own methods only`
          )
        },
      })
    }
  }
}
