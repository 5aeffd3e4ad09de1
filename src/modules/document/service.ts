import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { parseOptions, type MarketplaceOptions } from "../../options"
import { Document } from "./models/document"
import { DocumentRead } from "./models/document-read"
import type { DocumentActor, DocumentPurpose, DocumentStatus } from "./types"

export type DocumentRow = InferTypeOf<typeof Document>

/** Whose a file is. */
export type DocumentOwner =
  | { seller_id: string; customer_id?: null }
  | { customer_id: string; seller_id?: null }

export type DocumentToReserve = Pick<
  DocumentRow,
  "name" | "mime_type" | "bytes" | "sha256"
> & { purpose: DocumentPurpose; keep_until: Date | null }

/** What a decision changes, and its undo writes back. */
export type DocumentVerdict = Pick<
  DocumentRow,
  "id" | "status" | "kind" | "expires_at"
>

type Ctx = Context<EntityManager>
type Used = { files: string; bytes: string | null }

/** Private files: whose they are, how much room is left, who read them. */
export class DocumentModuleService extends MedusaService({
  Document,
  DocumentRead,
}) {
  readonly options: MarketplaceOptions

  constructor(deps: Record<string, unknown>, options?: unknown) {
    super(deps)
    this.options = parseOptions(options)
  }

  /**
   * Takes room for files before they are stored, all or none. Calls of one owner
   * run one after the other, so that parallel ones cannot exceed the quota, to
   * which imports and exports do not count.
   *
   * @returns one row a file, in their order.
   * @throws MedusaError NOT_ALLOWED when the owner's quota of files or bytes does not suffice.
   */
  @InjectTransactionManager()
  async reserveDocuments(
    of: DocumentOwner & {
      uploaded_by_type: DocumentActor
      uploaded_by_id: string
    },
    files: DocumentToReserve[],
    @MedusaContext() context: Ctx = {}
  ): Promise<DocumentRow[]> {
    const owner = of.seller_id ?? of.customer_id
    const counted = files.filter(({ purpose }) => purpose === "document")
    if (counted.length) {
      await context.transactionManager?.execute(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        [`document:${owner}`]
      )
      const [used] =
        (await context.transactionManager?.execute<Used[]>(
          `select count(*) as files, sum(bytes) as bytes from document
           where ? in (seller_id, customer_id) and purpose = 'document' and deleted_at is null`,
          [owner]
        )) ?? []
      this.ensureRoom(counted, used)
    }
    return await this.createDocuments(
      files.map((file) => ({ ...of, ...file })),
      context
    )
  }

  /**
   * Writes a verdict by one guarded update.
   *
   * @returns what was there before, to be written back by a compensation; `null` when the document has another status than `from` by now.
   */
  @InjectTransactionManager()
  async judgeDocument(
    { id, status, kind, expires_at }: DocumentVerdict,
    from: DocumentStatus[],
    @MedusaContext() context: Ctx = {}
  ): Promise<DocumentVerdict | null> {
    await context.transactionManager?.execute(
      "select id from document where id = ? and deleted_at is null for update",
      [id]
    )
    const before = await this.retrieveDocument(id, {}, context)
    if (!from.includes(before.status)) {
      return null
    }
    await this.updateDocuments({ id, status, kind, expires_at }, context)
    return {
      id,
      status: before.status,
      kind: before.kind,
      expires_at: before.expires_at,
    }
  }

  private ensureRoom(files: DocumentToReserve[], used: Used | undefined): void {
    const { documentQuotaFiles, documentQuotaBytes } = this.options
    const count = Number(used?.files ?? 0) + files.length
    const bytes = files.reduce(
      (sum, file) => sum + file.bytes,
      Number(used?.bytes ?? 0)
    )
    if (count > documentQuotaFiles || bytes > documentQuotaBytes) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `At most ${documentQuotaFiles} private files of ${documentQuotaBytes} bytes together can be kept: delete some first`
      )
    }
  }
}
