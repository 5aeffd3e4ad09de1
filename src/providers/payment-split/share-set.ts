import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, MedusaError } from "@medusajs/framework/utils"
import { fromMinorUnits, toMinorUnits } from "../../money/minor-units"
import { minorDigits } from "../../money/scale"
import { CLAIM_LEASE_SECONDS, SPLIT_PROVIDER_ID } from "./types"

/** One payment of the payment module with what was captured and refunded on it. */
export type PaymentRow = {
  id: string
  provider_id: string
  payment_collection_id: string
  currency_code: string
  /** Major units, exact decimal. */
  amount: string
  data: Record<string, unknown> | null
  captured_at: Date | null
  canceled_at: Date | null
  captures: MoneyRow[]
  refunds: MoneyRow[]
}

/** A capture or refund. On the parent payment it is a claim of ours when it has `claim`. */
export type MoneyRow = {
  id: string
  payment_id: string
  amount: string
  claim: ClaimNote | null
  age_seconds: number
}

/**
 * `sent`: a call is, or was when the process died, on its way. `unknown`: it
 * ended without a clear answer. `done`: the payment service confirmed it.
 */
export type ClaimNote = {
  key: string
  state: "sent" | "unknown" | "done"
  /** The share whose money it is; absent for the capture of the whole parent. */
  share_payment_id?: string
  /** The refund row of the share; absent when a cancelled share is released. */
  refund_id?: string
}

export type Claim = { row: MoneyRow; note: ClaimNote }

/** A parent payment and its shares as their rows are under the parent's lock. */
export class ShareSet {
  private readonly digits: number

  constructor(
    readonly parent: PaymentRow,
    readonly shares: PaymentRow[]
  ) {
    this.digits = minorDigits(parent.currency_code)
    this.ensureSound()
  }

  units(amount: BigNumberInput): bigint {
    return toMinorUnits(amount, this.digits)
  }

  /** The exact decimal that a payment service is asked for. */
  amount(units: bigint): string {
    return fromMinorUnits(units, this.digits)
  }

  share(find: (share: PaymentRow) => boolean): PaymentRow {
    const share = this.shares.find(find)
    if (!share) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `No such share of payment ${this.parent.id}`
      )
    }
    return share
  }

  get captureClaim(): MoneyRow | undefined {
    return this.parent.captures[0]
  }

  /** Refunds of the parent that were made for this share, oldest first. */
  claimsOf(share: PaymentRow): Claim[] {
    return this.parent.refunds.flatMap((row) =>
      row.claim?.share_payment_id === share.id ? { row, note: row.claim } : []
    )
  }

  captured(share: PaymentRow): string {
    return sum(share.captures.map((capture) => capture.amount))
  }

  /** What a cancelled share has to give back to the buyer once the parent is captured. */
  releasable(share: PaymentRow): bigint {
    if (!share.canceled_at) {
      return 0n
    }
    return this.units(share.amount) - this.units(this.captured(share))
  }

  releaseKey(share: PaymentRow): string {
    return `${this.parent.id}:release:${share.id}`
  }

  /** The first cancelled share whose money still has to go back and is not on its way. */
  get nextRelease(): { share: PaymentRow; claim?: Claim } | undefined {
    if (!this.parent.captured_at) {
      return undefined
    }
    for (const share of this.shares) {
      const claim = this.claimsOf(share).find(
        ({ note }) => note.key === this.releaseKey(share)
      )
      const isOpen =
        !claim || (claim.note.state !== "done" && !inFlight(claim.row))
      if (isOpen && this.releasable(share) > 0n) {
        return { share, claim }
      }
    }
    return undefined
  }

  get isAllCanceled(): boolean {
    return this.shares.every((share) => share.canceled_at)
  }

  /** Rows are ours and agree, or nothing moves. */
  private ensureSound(): void {
    const { parent, shares } = this
    const total = shares.reduce((all, one) => all + this.units(one.amount), 0n)
    const isOurs = shares.every(
      ({ data, currency_code }) =>
        data?.parent_payment_id === parent.id &&
        currency_code === parent.currency_code
    )
    if (
      parent.provider_id === SPLIT_PROVIDER_ID ||
      !isOurs ||
      total > this.units(parent.amount)
    ) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Payment ${parent.id} and its shares ${shares.map(({ id }) => id).join(", ")} do not agree`
      )
    }
  }
}

export function inFlight(row: MoneyRow): boolean {
  const isSent = !row.claim || row.claim.state === "sent"
  return isSent && row.age_seconds < CLAIM_LEASE_SECONDS
}

export function sum(amounts: string[]): string {
  return MathBN.sum(0, ...amounts).toFixed()
}
