import type { MedusaContainer } from "@medusajs/framework/types"
import { DOCUMENT_MODULE } from "../../modules/document"
import type { DocumentModuleService } from "../../modules/document/service"
import { mendEach } from "../sweeper/mend-each"
import { registerSweeper, type SweepCounts } from "../sweeper/registry"
import { deleteDocumentWorkflow } from "./delete-document"
import { expireDocumentWorkflow } from "./expire-document"

/** Long after any request is over. */
const graceSeconds = 3600
const batch = 100

async function sweep(
  container: MedusaContainer,
  filter: Record<string, unknown>
): Promise<SweepCounts> {
  const documents = await container
    .resolve<DocumentModuleService>(DOCUMENT_MODULE)
    .listDocuments(filter, {
      select: ["id"],
      take: batch,
      order: { id: "ASC" },
    })
  return await mendEach(container, documents, async ({ id }) => {
    await deleteDocumentWorkflow(container).run({ input: { id } })
    return true
  })
}

/** Gives back the room of private files whose storing a crash broke off. */
registerSweeper({
  name: "abandoned-documents",
  sweep: (container) =>
    sweep(container, {
      file_id: null,
      created_at: { $lt: new Date(Date.now() - graceSeconds * 1000) },
    }),
})

/** What was imported and exported holds personal data: it goes when nobody needs it any more. */
registerSweeper({
  name: "old-transfers",
  sweep: (container) => sweep(container, { keep_until: { $lt: new Date() } }),
})

/** Tells of accepted documents that ran out. */
registerSweeper({
  name: "expired-documents",
  sweep: async (container) => {
    const documents = await container
      .resolve<DocumentModuleService>(DOCUMENT_MODULE)
      .listDocuments(
        { status: "accepted", expires_at: { $lt: new Date() } },
        { select: ["id"], take: batch, order: { id: "ASC" } }
      )
    return await mendEach(container, documents, async ({ id }) => {
      const { result } = await expireDocumentWorkflow(container).run({
        input: { id },
      })
      return result
    })
  },
})
