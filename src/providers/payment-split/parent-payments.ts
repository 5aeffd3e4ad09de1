import { setTimeout as sleep } from "node:timers/promises"
import type { BigNumberInput } from "@medusajs/framework/types"
import { MedusaError, PaymentSessionStatus } from "@medusajs/framework/utils"
import type { LockedRows, PaymentRows } from "./payment-rows"
import { planRefund, type RefundPlan } from "./plan-refund"
import { inFlight, type Claim, type ShareSet } from "./share-set"
import { isDefiniteRefusal, type RealPayments } from "./real-payments"
import type { SharePaymentData } from "./types"

const WAIT_MS = 100
/** Longer than a payment service usually takes, shorter than a client waits. */
const WAIT_LIMIT_MS = 20_000

type Owner = Pick<Claim["note"], "share_payment_id" | "refund_id">

type Next = "done" | "wait" | (() => Promise<void>)

/**
 * Moves the parent's money for its shares. Every movement is claimed by a row
 * of the parent before the payment service is called, and confirmed after it,
 * so that no two calls for one purpose are ever under way, and a repeated one
 * carries the same idempotency key.
 */
export class ParentPayments {
  constructor(
    private readonly rows: PaymentRows,
    private readonly real: RealPayments
  ) {}

  /** The first share captured captures the parent, once and in full; the others find it captured. */
  async capture(data: SharePaymentData, captureId: string): Promise<void> {
    await this.repeat(data, async (set, rows) => {
      const { parent } = set
      const share = set.share(({ captures }) =>
        captures.some(({ id }) => id === captureId)
      )
      if (share.canceled_at || parent.canceled_at) {
        throw notAllowed(
          `Payment ${share.id} cannot be captured: ${share.canceled_at ? "it" : `the buyer's payment ${parent.id}`} was cancelled`
        )
      }
      if (parent.captured_at) {
        return "done"
      }
      return await this.planCapture(data, set, rows)
    })
    // What fails here stays due, and the sweeper does it again.
    await this.release(data).catch(() => undefined)
  }

  private async planCapture(
    data: SharePaymentData,
    set: ShareSet,
    rows: LockedRows
  ): Promise<Next> {
    const { parent, captureClaim } = set
    if (captureClaim && inFlight(captureClaim)) {
      return "wait"
    }
    const note = { key: `${parent.id}:capture`, state: "sent" } as const
    const { id } =
      captureClaim ??
      (await rows.claim("capture", { amount: parent.amount, note }))
    await rows.renew("capture", id, note)
    return async () => {
      const answer = await this.real
        .capture(parent, note.key)
        .catch(async (error) => {
          // The key stays the same, so the claim need not: a webhook of the
          // payment service may book the capture in the meantime.
          await this.rows.locked(data, (_, after) => after.drop("capture", id))
          throw error
        })
      await this.rows.locked(data, async (_, after) => {
        await after.renew("capture", id, { ...note, state: "done" })
        await after.end("captured_at", answer)
      })
    }
  }

  /** Gives `refund` of a share back to the buyer: a partial refund of the parent. */
  async refund(
    data: SharePaymentData,
    refund: { id: string; amount: BigNumberInput }
  ): Promise<void> {
    await this.repeat(data, async (set, rows) => {
      const share = set.share(({ refunds }) =>
        refunds.some(({ id }) => id === refund.id)
      )
      if (
        set
          .claimsOf(share)
          .some(
            ({ note }) => note.refund_id === refund.id && note.state === "done"
          )
      ) {
        return "done"
      }
      if (!set.parent.captured_at) {
        throw notAllowed(`Payment ${share.id} is not captured yet`)
      }
      return await this.follow(planRefund(set, share, refund), {
        ...{ data, rows },
        owner: { share_payment_id: share.id, refund_id: refund.id },
      })
    })
  }

  private async follow(
    plan: RefundPlan,
    on: { data: SharePaymentData; rows: LockedRows; owner: Owner }
  ): Promise<Next> {
    const { data, rows, owner } = on
    if (plan.do === "wait") {
      return "wait"
    }
    if (plan.do === "adopt") {
      const { row, note } = plan.claim
      await rows.renew("refund", row.id, { ...note, ...owner })
      return "done"
    }
    if (plan.do === "settle") {
      const claim = await this.renewed(rows, plan.claim)
      return () => this.send(data, claim)
    }
    const claim = await this.claimed(rows, {
      amount: plan.amount,
      earlier: plan.claim,
      note: { key: plan.key, state: "sent", ...owner },
    })
    return () => this.send(data, claim)
  }

  /**
   * Takes a share out. Before the parent is captured only its row changes; the
   * last one cancels the parent; after it the share goes back to the buyer now.
   */
  async cancel(data: SharePaymentData, shareId: string): Promise<void> {
    const isLast = await this.rows.locked(data, async (set, rows) => {
      const share = set.share(({ id }) => id === shareId)
      if (set.units(set.captured(share)) >= set.units(share.amount)) {
        throw notAllowed(
          `Payment ${share.id} is captured or being captured: refund it instead`
        )
      }
      await rows.cancelShare(share.id)
      share.canceled_at ??= new Date()
      return set.isAllCanceled
    })
    await this.settle(data, isLast)
  }

  /** Does what cancelled shares still wait for; harmless when nothing does. */
  async settle(data: SharePaymentData, isLast?: boolean): Promise<void> {
    await this.release(data)
    const isVoidable =
      isLast ?? (await this.rows.locked(data, async (set) => set.isAllCanceled))
    if (isVoidable) {
      await this.void(data)
    }
  }

  async status(data: SharePaymentData): Promise<PaymentSessionStatus> {
    return await this.rows.locked(data, async ({ parent }) => {
      if (parent.canceled_at) {
        return PaymentSessionStatus.CANCELED
      }
      return parent.captured_at
        ? PaymentSessionStatus.CAPTURED
        : PaymentSessionStatus.AUTHORIZED
    })
  }

  private async release(data: SharePaymentData): Promise<void> {
    await this.repeat(data, async (set, rows) => {
      const next = set.nextRelease
      if (!next) {
        return "done"
      }
      const claim = await this.claimed(rows, {
        amount: set.amount(set.releasable(next.share)),
        earlier: next.claim,
        note: {
          key: set.releaseKey(next.share),
          state: "sent",
          share_payment_id: next.share.id,
        },
      })
      return () => this.send(data, claim)
    })
  }

  private async void(data: SharePaymentData): Promise<void> {
    const parent = await this.rows.locked(data, async (set) => set.parent)
    if (parent.captured_at || parent.canceled_at) {
      return
    }
    const answer = await this.real.cancel(parent, `${parent.id}:cancel`)
    await this.rows.locked(data, (_, rows) => rows.end("canceled_at", answer))
  }

  private async send(data: SharePaymentData, claim: Claim): Promise<void> {
    const { row, note } = claim
    const parent = await this.rows.locked(data, async (set) => set.parent)
    const answer = await this.real
      .refund(parent, { key: note.key, amount: row.amount })
      .catch(async (error) => {
        await this.rows.locked(data, async (_, rows) => {
          await (isDefiniteRefusal(error)
            ? rows.drop("refund", row.id)
            : rows.renew("refund", row.id, { ...note, state: "unknown" }))
          await rows.refreshCollection()
        })
        throw error
      })
    await this.rows.locked(data, async (_, rows) => {
      await rows.renew("refund", row.id, { ...note, state: "done" })
      await rows.keepData(answer)
      await rows.refreshCollection()
    })
  }

  private async renewed(rows: LockedRows, { row, note }: Claim) {
    await rows.renew("refund", row.id, { ...note, state: "sent" })
    return { row, note }
  }

  private async claimed(
    rows: LockedRows,
    claim: { amount: string; note: Claim["note"]; earlier?: Claim }
  ): Promise<Claim> {
    const { amount, note, earlier } = claim
    if (earlier) {
      return await this.renewed(rows, { row: earlier.row, note })
    }
    return { row: await rows.claim("refund", { amount, note }), note }
  }

  /** Looks at the rows and acts until nothing is left to do. */
  private async repeat(
    data: SharePaymentData,
    plan: (set: ShareSet, rows: LockedRows) => Promise<Next>
  ): Promise<void> {
    const until = Date.now() + WAIT_LIMIT_MS
    for (;;) {
      const next = await this.rows.locked(data, plan)
      if (next === "done") {
        return
      }
      if (next !== "wait") {
        await next()
      } else if (Date.now() > until) {
        throw notAllowed(
          `Another change of payment ${data.parent_payment_id} is under way: try again`
        )
      } else {
        await sleep(WAIT_MS)
      }
    }
  }
}

function notAllowed(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
