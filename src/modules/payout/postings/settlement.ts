import type { LineType, TaxRemitter } from "../types"

/** A settlement line in minor units. */
export type SettledLine = {
  line_type: LineType
  line_id: string
  gross: bigint
  discount_seller: bigint
  discount_platform: bigint
  tax: bigint
  tax_remitter: TaxRemitter
  commission: bigint
  commission_tax: bigint
}

/** What a part of a line, or of an order, is made of. */
export type Slices = {
  /** What the buyer pays. */
  amount: bigint
  /** Tax that the platform remits. */
  tax: bigint
  discount_platform: bigint
  commission: bigint
  commission_tax: bigint
}

/** What the buyer pays for a line. */
export function chargedOf(line: SettledLine): bigint {
  return line.gross - line.discount_seller - line.discount_platform + line.tax
}

/** A line as slices, whole. */
export function slicesOf(line: SettledLine): Slices {
  return {
    amount: chargedOf(line),
    tax: line.tax_remitter === "platform" ? line.tax : 0n,
    discount_platform: line.discount_platform,
    commission: line.commission,
    commission_tax: line.commission_tax,
  }
}

/** The seller's part of slices: all that is nobody else's. */
export function earningsOf(slices: Slices): bigint {
  return (
    slices.amount -
    slices.tax -
    slices.commission -
    slices.commission_tax +
    slices.discount_platform
  )
}

/** Slices added up; of nothing: zeros. */
export function sumSlices(all: Slices[]): Slices {
  return mapSlices((name) =>
    all.reduce((total, slices) => total + slices[name], 0n)
  )
}

/** Builds slices name by name. */
export function mapSlices(value: (name: keyof Slices) => bigint): Slices {
  return {
    amount: value("amount"),
    tax: value("tax"),
    discount_platform: value("discount_platform"),
    commission: value("commission"),
    commission_tax: value("commission_tax"),
  }
}
