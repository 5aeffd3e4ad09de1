import type { MedusaContainer } from "@medusajs/framework/types"
import { UPLOAD_MODULE } from "../../modules/upload"
import type { UploadModuleService } from "../../modules/upload/service"
import { mendEach } from "../sweeper/mend-each"
import { registerSweeper, type SweepCounts } from "../sweeper/registry"
import { deleteUploadWorkflow } from "./delete-upload"

/** Long after any request is over. */
const graceSeconds = 3600
const batch = 100

/** Gives back the room of files whose storing a crash broke off. */
async function sweepUploads(container: MedusaContainer): Promise<SweepCounts> {
  const uploads = await container
    .resolve<UploadModuleService>(UPLOAD_MODULE)
    .listUploads(
      {
        file_id: null,
        created_at: { $lt: new Date(Date.now() - graceSeconds * 1000) },
      },
      { select: ["id"], take: batch, order: { id: "ASC" } }
    )
  return await mendEach(container, uploads, async ({ id }) => {
    await deleteUploadWorkflow(container).run({ input: { id } })
    return true
  })
}

registerSweeper({ name: "abandoned-uploads", sweep: sweepUploads })
