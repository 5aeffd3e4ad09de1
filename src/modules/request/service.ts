import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { Request } from "./models/request"
import { RequestChange } from "./models/request-change"
import { requestTransitions } from "./transitions"
import type { RequestStatus } from "./types"

export type RequestRow = InferTypeOf<typeof Request>

export type RequestMove = {
  id: string
  to: RequestStatus
  actor_id: string
  note?: string | null
}

/** What is waiting for somebody's decision, and what was decided. */
export class RequestModuleService extends MedusaService({
  Request,
  RequestChange,
}) {
  /**
   * Moves a request by one guarded update, so that of parallel calls exactly
   * one wins, and keeps who did it.
   *
   * @throws MedusaError NOT_FOUND for an unknown id, NOT_ALLOWED when the request is no longer open.
   */
  @InjectTransactionManager()
  async moveRequest(
    move: RequestMove,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<RequestRow> {
    const allowed = requestTransitions[move.to]
    const moved = await context.transactionManager?.execute<{ id: string }[]>(
      `update "request" set status = ?, reviewer_id = ?, reviewer_note = ?,
         reviewed_at = now(), updated_at = now()
       where id = ? and status = any(string_to_array(?, ',')) and deleted_at is null
       returning id`,
      [move.to, move.actor_id, move.note ?? null, move.id, allowed.join(",")]
    )
    if (!moved?.length) {
      const current = await this.retrieveRequest(move.id, {}, context)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Request ${move.id} is already ${current.status}`
      )
    }
    await this.createRequestChanges(
      {
        request_id: move.id,
        to_status: move.to,
        actor_id: move.actor_id,
        note: move.note ?? null,
      },
      context
    )
    return await this.retrieveRequest(move.id, {}, context)
  }

  /**
   * Opens a decided request again, as if `moveRequest` to `to` had not happened.
   * For the compensation of a decision whose effect failed; repeating it changes nothing.
   */
  @InjectTransactionManager()
  async undoMove(
    { id, to }: Pick<RequestMove, "id" | "to">,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    const reopened = await context.transactionManager?.execute<
      { id: string }[]
    >(
      `update "request" set status = 'pending', reviewer_id = null,
         reviewer_note = null, reviewed_at = null, result = null, updated_at = now()
       where id = ? and status = ? returning id`,
      [id, to]
    )
    if (reopened?.length) {
      const changes = await this.listRequestChanges(
        { request_id: id, to_status: to },
        { select: ["id"] },
        context
      )
      await this.deleteRequestChanges(
        changes.map((change) => change.id),
        context
      )
    }
  }
}
