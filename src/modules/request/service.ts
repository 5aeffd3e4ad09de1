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
import type { RequestActor, RequestDiff, RequestStatus } from "./types"

export type RequestRow = InferTypeOf<typeof Request>

export type RequestMove = {
  id: string
  to: RequestStatus
  actor_type: RequestActor
  actor_id: string
  note?: string | null
  /** The version that the actor read; any other is refused. */
  revision?: number
}

/** What undoes a move: the row as it was, and the history row that goes. */
export type MovedFrom = {
  id: string
  to: RequestStatus
  change_id: string
  before: Pick<
    RequestRow,
    "status" | "reviewer_id" | "reviewer_note" | "reviewed_at" | "result"
  >
}

export type RequestContent = {
  id: string
  title: string
  payload: Record<string, unknown>
  diff: RequestDiff | null
  /** Private files; without the key they stay. */
  attachments?: string[] | null
  /** The version that this replaces. */
  revision: number
}

type Ctx = Context<EntityManager>

/** What is waiting for somebody's decision, and what was decided. */
export class RequestModuleService extends MedusaService({
  Request,
  RequestChange,
}) {
  /**
   * Moves a request by one guarded update, so that of parallel calls exactly
   * one wins, and keeps who did it.
   *
   * @throws MedusaError NOT_FOUND for an unknown id; NOT_ALLOWED when its status does not lead there; CONFLICT when it is not the version that the actor read.
   */
  @InjectTransactionManager()
  async moveRequest(
    move: RequestMove,
    @MedusaContext() context: Ctx = {}
  ): Promise<{ request: RequestRow; undo: MovedFrom }> {
    const { id, to, actor_type, actor_id, note = null } = move
    const before = await this.lock(id, context)
    if (!requestTransitions[to].includes(before.status)) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Request ${id} is already ${before.status}`
      )
    }
    if (move.revision !== undefined && move.revision !== before.revision) {
      throw changed(id)
    }
    const review = {
      reviewer_id: actor_id,
      reviewer_note: note,
      reviewed_at: new Date(),
    }
    const request = await this.updateRequests(
      { id, status: to, ...(to === "withdrawn" ? {} : review) },
      context
    )
    const change = await this.createRequestChanges(
      { request_id: id, to_status: to, actor_type, actor_id, note },
      context
    )
    const { status, reviewer_id, reviewer_note, reviewed_at, result } = before
    return {
      request,
      undo: {
        id,
        to,
        change_id: change.id,
        before: { status, reviewer_id, reviewer_note, reviewed_at, result },
      },
    }
  }

  /** Puts a request back to where `moveRequest` took it from; repeating it changes nothing. */
  @InjectTransactionManager()
  async undoMove(
    { id, to, change_id, before }: MovedFrom,
    @MedusaContext() context: Ctx = {}
  ): Promise<void> {
    const { status } = await this.lock(id, context)
    if (status === to) {
      await this.updateRequests({ id, ...before }, context)
      await this.deleteRequestChanges([change_id], context)
    }
  }

  /**
   * Writes another content into an open request, as its next version.
   *
   * @returns what was there before, to be written back by a compensation.
   * @throws MedusaError NOT_FOUND; NOT_ALLOWED once it is decided; CONFLICT when another version came first.
   */
  @InjectTransactionManager()
  async rewriteRequest(
    { id, title, payload, diff, attachments, revision }: RequestContent,
    @MedusaContext() context: Ctx = {}
  ): Promise<{ request: RequestRow; before: RequestContent }> {
    const before = await this.lock(id, context)
    if (before.status !== "draft" && before.status !== "pending") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Request ${id} is already ${before.status}`
      )
    }
    if (before.revision !== revision) {
      throw changed(id)
    }
    const request = await this.updateRequests(
      {
        id,
        title,
        payload,
        diff,
        attachments,
        revision: revision + 1,
        failure: null,
      },
      context
    )
    return {
      request,
      before: {
        id,
        title: before.title,
        payload: before.payload,
        // Written by this service alone.
        diff: before.diff as RequestDiff | null,
        attachments: before.attachments,
        revision: revision + 1,
      },
    }
  }

  private async lock(id: string, context: Ctx): Promise<RequestRow> {
    await context.transactionManager?.execute(
      `select id from "request" where id = ? and deleted_at is null for update`,
      [id]
    )
    return await this.retrieveRequest(id, {}, context)
  }
}

function changed(id: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.CONFLICT,
    `Request ${id} was changed meanwhile: read it again`
  )
}
