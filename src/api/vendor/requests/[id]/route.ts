import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { editRequestWorkflow } from "../../../../workflows/request/edit-request"
import type { EditRequest } from "../../../_contracts/request"
import { keepConflict } from "../../../_kit/keep-conflict"
import { readOwnRequest } from "../read-own-request"
import { withdraw } from "../withdraw"

/** One request with its history: `{ request }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({ request: await readOwnRequest(req) })
}

/** Changes what is asked for, while it is pending; keys of `data` that are not sent stay: `{ request }`. */
export async function POST(
  req: MedusaRequest<EditRequest>,
  res: MedusaResponse
): Promise<void> {
  const { type, data, attachments } = req.validatedBody.request
  await keepConflict(
    editRequestWorkflow(req.scope).run({
      input: {
        id: req.params.id ?? "",
        kind: type,
        payload: data,
        attachments,
      },
    })
  )
  res.json({ request: await readOwnRequest(req) })
}

/** Takes a pending request back: `{ id, object, deleted }`. It stays in the list as withdrawn. */
export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  await withdraw(req, id)
  res.json({ id, object: "request", deleted: true })
}
