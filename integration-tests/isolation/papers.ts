import type { World } from "../world"
import { DOCUMENT_MODULE } from "../../src/modules/document"
import type { DocumentModuleService } from "../../src/modules/document/service"
import { TRANSFER_MODULE } from "../../src/modules/transfer"
import type { TransferModuleService } from "../../src/modules/transfer/service"
import { storeDocumentsWorkflow } from "../../src/workflows/document/store-documents"

/**
 * A private file and a transfer of a seller, and a row of a file that is gone:
 * the database is restored between examples, what was deleted is not.
 */
export async function createPapers(
  { container }: World,
  of: { seller_id: string; member_id: string },
  text: string
): Promise<{ spareDocument: string }> {
  const { seller_id, member_id } = of
  const by = { uploaded_by_type: "member" as const, uploaded_by_id: member_id }
  await storeDocumentsWorkflow(container).run({
    input: {
      owner: { seller_id },
      ...by,
      files: [
        {
          ...{ name: `${text}.csv`, mime_type: "text/csv", extension: "csv" },
          ...{ bytes: 3, content: Buffer.from("a,b").toString("base64") },
        },
      ],
    },
  })
  const spare = await container
    .resolve<DocumentModuleService>(DOCUMENT_MODULE)
    .createDocuments({
      ...{ seller_id, ...by, name: `${text} spare.csv` },
      ...{ mime_type: "text/csv", bytes: 3, sha256: "0" },
      file_id: "private-gone.csv",
    })
  await container
    .resolve<TransferModuleService>(TRANSFER_MODULE)
    .createTransfers({
      ...of,
      ...{ kind: "order_export", status: "failed", error: text },
    })
  return { spareDocument: spare.id }
}
