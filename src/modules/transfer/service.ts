import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { Transfer } from "./models/transfer"
import { TransferRow } from "./models/transfer-row"

export type TransferRecord = InferTypeOf<typeof Transfer>

export type RowResult = Pick<
  InferTypeOf<typeof TransferRow>,
  "line" | "name" | "outcome" | "product_id" | "request_id" | "field" | "reason"
>

type Ctx = Context<EntityManager>

/** Seconds that a worker may be silent before another one goes on. */
const leaseSeconds = 60

/** Broken off more often than that, it has failed. */
const maxAttempts = 5

/** What is read and written in the background, and how far it is. */
export class TransferModuleService extends MedusaService({
  Transfer,
  TransferRow,
}) {
  /**
   * Takes a transfer that nobody works on. Of parallel calls one gets it.
   *
   * @returns `null` when it is finished or somebody else's; one that broke off too often is failed by this.
   */
  @InjectTransactionManager()
  async claimTransfer(
    id: string,
    @MedusaContext() context: Ctx = {}
  ): Promise<TransferRecord | null> {
    const claimed = await context.transactionManager?.execute<{ id: string }[]>(
      `update transfer set attempts = attempts + 1, updated_at = now(),
         status = case when attempts >= ? then 'failed' else 'running' end,
         error = case when attempts >= ? then 'It broke off too often' end,
         finished_at = case when attempts >= ? then now() end,
         lease_until = now() + make_interval(secs => ?)
       where id = ? and status in ('pending', 'running') and deleted_at is null
         and (lease_until is null or lease_until < now())
       returning id`,
      [maxAttempts, maxAttempts, maxAttempts, leaseSeconds, id]
    )
    const transfer = claimed?.length
      ? await this.retrieveTransfer(id, {}, context)
      : null
    return transfer?.status === "running" ? transfer : null
  }

  /** Keeps how far it is together with what became of the products until then. */
  @InjectTransactionManager()
  async advanceTransfer(
    at: { id: string; total: number; done: number },
    results: RowResult[] = [],
    @MedusaContext() context: Ctx = {}
  ): Promise<void> {
    const { id, total, done } = at
    if (results.length) {
      await this.createTransferRows(
        results.map((row) => ({ ...row, transfer_id: id })),
        context
      )
    }
    const errors = results.filter(({ outcome }) => outcome === "error")
    await context.transactionManager?.execute(
      `update transfer set total = ?, done = ?, updated_at = now(),
         failed = failed + ?,
         lease_until = now() + make_interval(secs => ?)
       where id = ? and status = 'running'`,
      [total, done, errors.length, leaseSeconds, id]
    )
  }

  /** Ends it, with the file that it wrote or the reason why there is none; a second time changes nothing. */
  @InjectTransactionManager()
  async finishTransfer(
    id: string,
    end: { document_id?: string; error?: string },
    @MedusaContext() context: Ctx = {}
  ): Promise<void> {
    await context.transactionManager?.execute(
      `update transfer set status = ?, error = ?, document_id = coalesce(?, document_id),
         finished_at = now(), lease_until = null, updated_at = now()
       where id = ? and status = 'running'`,
      [
        end.error ? "failed" : "completed",
        end.error ?? null,
        end.document_id ?? null,
        id,
      ]
    )
  }
}
