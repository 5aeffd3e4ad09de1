import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import {
  type ClaimNote,
  type MoneyRow,
  type PaymentRow,
  ShareSet,
  sum,
} from "./share-set"
import { SPLIT_PROVIDER_ID, type SharePaymentData } from "./types"

/** What the payment module gives its providers of its database. */
export type BaseRepository = {
  transaction<T>(
    task: (manager: { getTransactionContext(): Knex.Transaction }) => Promise<T>
  ): Promise<T>
}

/** `amount` is an exact decimal in major units. */
type NewClaim = { amount: string; note: ClaimNote }

/**
 * The payment module's rows of one parent and its shares. Everything happens in
 * short transactions under the parent's row lock, the same that Medusa takes;
 * none of them contains a call to a payment service.
 */
export class PaymentRows {
  constructor(private readonly repository: BaseRepository) {}

  async locked<T>(
    data: SharePaymentData,
    task: (set: ShareSet, rows: LockedRows) => Promise<T>
  ): Promise<T> {
    return await this.repository.transaction(async (manager) => {
      const knex = manager.getTransactionContext()
      await knex.raw("set local lock_timeout = '10s'")
      const { rows } = await knex.raw(
        `${PAYMENTS} where id = ? and deleted_at is null for update`,
        [data.parent_payment_id]
      )
      const parent: PaymentRow | undefined = rows[0]
      if (!parent) {
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `Payment ${data.parent_payment_id} of the order set was not found`
        )
      }
      const shares = await knex.raw(
        `${PAYMENTS} where payment_collection_id = any(?) and provider_id = ?
           and deleted_at is null order by id`,
        [data.collection_ids, SPLIT_PROVIDER_ID]
      )
      await loadMoney(knex, [parent, ...shares.rows])
      const set = new ShareSet(parent, shares.rows)
      return await task(set, new LockedRows(knex, parent))
    })
  }
}

const PAYMENTS = `select id, provider_id, payment_collection_id, currency_code,
  raw_amount ->> 'value' as amount, data, captured_at, canceled_at from payment`

async function loadMoney(knex: Knex, payments: PaymentRow[]): Promise<void> {
  const ids = payments.map(({ id }) => id)
  for (const table of ["capture", "refund"] as const) {
    const { rows } = await knex.raw(
      `select id, payment_id, raw_amount ->> 'value' as amount,
         metadata -> 'claim' as claim,
         extract(epoch from now() - updated_at)::float as age_seconds
       from ${table} where payment_id = any(?) and deleted_at is null
       order by created_at, id`,
      [ids]
    )
    for (const payment of payments) {
      payment[`${table}s`] = rows.filter(
        (row: { payment_id: string }) => row.payment_id === payment.id
      )
    }
  }
}

/** Changes of rows while the parent is locked. */
export class LockedRows {
  constructor(
    private readonly knex: Knex.Transaction,
    private readonly parent: PaymentRow
  ) {}

  /** Notes on the parent that money is about to move. */
  async claim(
    table: "capture" | "refund",
    { amount, note }: NewClaim
  ): Promise<MoneyRow> {
    const id = generateEntityId(undefined, table === "capture" ? "capt" : "ref")
    await this.knex.raw(
      `insert into ${table} (id, payment_id, amount, raw_amount, metadata)
       values (?, ?, ?, ?::jsonb, ?::jsonb)`,
      [
        id,
        this.parent.id,
        amount,
        JSON.stringify({ value: amount, precision: 20 }),
        JSON.stringify({ claim: note }),
      ]
    )
    const payment_id = this.parent.id
    return { id, payment_id, amount, claim: note, age_seconds: 0 }
  }

  async renew(
    table: "capture" | "refund",
    id: string,
    note: ClaimNote
  ): Promise<void> {
    await this.knex.raw(
      `update ${table} set updated_at = now(),
         metadata = coalesce(metadata, '{}') || ?::jsonb where id = ?`,
      [JSON.stringify({ claim: note }), id]
    )
  }

  async drop(table: "capture" | "refund", id: string): Promise<void> {
    await this.knex.raw(`delete from ${table} where id = ?`, [id])
  }

  async cancelShare(shareId: string): Promise<void> {
    await this.knex.raw(
      `update payment set canceled_at = coalesce(canceled_at, now()), updated_at = now() where id = ?`,
      [shareId]
    )
  }

  /** Ends the parent as captured or cancelled, with what its provider answered. */
  async end(
    column: "captured_at" | "canceled_at",
    data: Record<string, unknown> | undefined
  ): Promise<void> {
    await this.knex.raw(
      `update payment set ${column} = coalesce(${column}, now()), updated_at = now() where id = ?`,
      [this.parent.id]
    )
    await this.keepData(data)
    await this.refreshCollection(column === "canceled_at")
  }

  async keepData(data: Record<string, unknown> | undefined): Promise<void> {
    if (data) {
      await this.knex.raw(`update payment set data = ?::jsonb where id = ?`, [
        JSON.stringify(data),
        this.parent.id,
      ])
    }
  }

  /** The parent's collection, as Medusa's payment module computes it. */
  async refreshCollection(isCanceled = false): Promise<void> {
    await loadMoney(this.knex, [this.parent])
    const captured = sum(this.parent.captures.map((one) => one.amount))
    const refunded = sum(this.parent.refunds.map((one) => one.amount))
    const raw = (value: string) => JSON.stringify({ value, precision: 20 })
    await this.knex.raw(
      `update payment_collection set
         captured_amount = ?, raw_captured_amount = ?::jsonb,
         refunded_amount = ?, raw_refunded_amount = ?::jsonb,
         status = case when ? then 'canceled' when ?::numeric >= amount then 'completed' else status end,
         completed_at = case when ?::numeric >= amount then coalesce(completed_at, now()) else completed_at end,
         updated_at = now()
       where id = ?`,
      [
        captured,
        raw(captured),
        refunded,
        raw(refunded),
        isCanceled,
        captured,
        captured,
        this.parent.payment_collection_id,
      ]
    )
  }
}
