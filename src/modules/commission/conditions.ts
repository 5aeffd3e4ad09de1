import { createHash } from "node:crypto"
import { commissionDimensions, type CommissionConditions } from "./types"

/** Dimensions in their order, values sorted and once each, empty dimensions left out. */
export function normaliseConditions(
  conditions: CommissionConditions
): CommissionConditions {
  return Object.fromEntries(
    commissionDimensions.flatMap((dimension) => {
      const values = [...new Set(conditions[dimension] ?? [])].sort()
      return values.length ? [[dimension, values]] : []
    })
  )
}

/** Stands for normalised conditions in an index, however many values they have. */
export function hashConditions(conditions: CommissionConditions): string {
  return createHash("sha256").update(JSON.stringify(conditions)).digest("hex")
}
