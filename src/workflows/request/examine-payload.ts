import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { RequestDiff } from "../../modules/request/types"
import { requestKind } from "./kinds"
import type { Submitter } from "./request-kind"

export type ExaminedPayload = {
  title: string
  subject_id: string
  payload: Record<string, unknown>
  diff: RequestDiff | null
}

/**
 * Checks what a client asks for by the rules of its kind.
 *
 * @throws MedusaError NOT_ALLOWED for an unknown kind; INVALID_DATA naming the field; what the kind's own examination throws.
 */
export async function examinePayload(
  container: MedusaContainer,
  {
    kind: name,
    payload: raw,
    ...submitter
  }: { kind: string; payload: unknown } & Submitter
): Promise<ExaminedPayload> {
  const kind = requestKind(name)
  const payload = parsePayload(name, raw)
  return {
    title: kind.title(payload),
    subject_id: kind.subject(payload, submitter),
    payload,
    diff: (await kind.examine?.(container, { payload, submitter })) ?? null,
  }
}

/** @throws MedusaError INVALID_DATA naming the field. */
export function parsePayload(
  kind: string,
  payload: unknown
): Record<string, unknown> {
  const parsed = requestKind(kind).schema.safeParse(payload)
  if (parsed.success) {
    return parsed.data
  }
  const [issue] = parsed.error.issues
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Field 'data, ${issue?.path.join(", ") ?? ""}' of a ${kind} request: ${issue?.message}`
  )
}
