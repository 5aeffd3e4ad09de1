import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"

export type MakePayoutFileInput = {
  provider_id: string
  currency_code: string
  /** The operator. */
  created_by: string | null
}

/** no undo: a file orders its payouts for ever; it is made again from its rows. */
const makeFileStep = createStep(
  "make-payout-file",
  async (input: MakePayoutFileInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const made = await payout.makePayoutFile(input)
    if (!made) {
      return new StepResponse(null)
    }
    const { id, filename, content, mime_type } = made
    const file = container.resolve(Modules.FILE)
    const stored = await file.createFiles({
      ...{ filename, mimeType: mime_type, access: "private" as const },
      content: Buffer.from(content).toString("base64"),
    })
    await payout.keepPayoutFile({ id, filename, stored_as: stored.id })
    return new StepResponse({ id, filename })
  }
)

export const makePayoutFileWorkflowId = "make-payout-file"

/**
 * Makes the file that orders all sent payouts of a provider that no file orders
 * yet, and keeps it, private, with Medusa's File module. Two calls at once make
 * two files with different payouts; whoever dies half-way leaves a row whose
 * file {@link readPayoutFile} makes again.
 *
 * @returns `null` when no payout waits.
 * @throws MedusaError NOT_ALLOWED when the provider makes no files.
 */
export const makePayoutFileWorkflow = createWorkflow(
  makePayoutFileWorkflowId,
  (input: MakePayoutFileInput) => new WorkflowResponse(makeFileStep(input))
)

/**
 * A file as it was made, from the rows that it follows from.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function readPayoutFile(container: MedusaContainer, id: string) {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const file = { file_id: id, currency_code: "", created_by: null }
  return await payout.makePayoutFile(file)
}
