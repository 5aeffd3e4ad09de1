import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReturnWorkflow } from "@medusajs/framework/workflows-sdk"
import type { ZodType } from "@medusajs/framework/zod"
import type { RequestRow } from "../../modules/request/service"
import type { RequestDiff } from "../../modules/request/types"
import type { RequestResult } from "./request-result"

/** Whose request it is. */
export type Submitter = Pick<
  RequestRow,
  "seller_id" | "submitter_type" | "submitter_id"
>

/** What somebody asks for. */
export type SubmitRequestInput = Submitter & {
  /** A kind that is registered. */
  kind: string
  payload: Record<string, unknown>
  /** Private files that explain it, checked to be the submitter's own. */
  attachments?: string[] | null
}

/** A request whose payload was just validated by the schema of its kind. */
export type RequestOf<Payload> = Omit<RequestRow, "payload"> & {
  payload: Payload
}

/** Gets the request as it is after the decision, and what the decision itself said beside the note; answers what it created or changed. */
export type RequestEffect<Payload> = ReturnWorkflow<
  { request: RequestOf<Payload>; details?: Record<string, unknown> },
  RequestResult,
  []
>

/**
 * Everything that the engine must know about one kind of request. The effects
 * must be safe to run as part of the decision: what fails takes back what it did.
 */
export type RequestKind<Payload = Record<string, unknown>> = {
  /** Checked when the request is made and again before its acceptance has an effect. */
  schema: ZodType<Payload>
  /** What lists show and search. */
  title: (payload: Payload) => string
  /** What it is about: of each kind and subject one request is open at a time. */
  subject: (payload: Payload, submitter: Submitter) => string
  /**
   * Reads rows before a request is made or rewritten; throws when they do not
   * fit. Answers what the request would change, if it changes a row.
   */
  examine?: (
    container: MedusaContainer,
    input: { payload: Payload; submitter: Submitter }
  ) => Promise<RequestDiff | null>
  /** What is asked for while one is open joins it; without this a second one is refused. */
  merge?: (open: Payload, asked: Payload) => Payload
  accept: RequestEffect<Payload>
  reject?: RequestEffect<Payload>
  withdraw?: RequestEffect<Payload>
  /** A seller may make one at `POST /vendor/requests` and change it while it is pending. */
  onDemand?: boolean
  /** The seller decides first: it can decline, and both sides can escalate to the operator. */
  sellerDecides?: boolean
}
