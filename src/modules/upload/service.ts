import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { parseOptions, type MarketplaceOptions } from "../../options"
import { Upload } from "./models/upload"

export type UploadRow = InferTypeOf<typeof Upload>

export type UploadToReserve = Pick<
  UploadRow,
  "name" | "mime_type" | "bytes" | "width" | "height"
>

type Used = { files: string; bytes: string | null }

/** Which files belong to which seller, and how much room is left. */
export class UploadModuleService extends MedusaService({ Upload }) {
  readonly options: MarketplaceOptions

  constructor(deps: Record<string, unknown>, options?: unknown) {
    super(deps)
    this.options = parseOptions(options)
  }

  /**
   * Takes room for files before they are stored, all or none. Calls of one seller
   * run one after the other, so that parallel ones cannot exceed the quota.
   *
   * @returns one row a file, in their order.
   * @throws MedusaError NOT_ALLOWED when the seller's quota of files or bytes does not suffice.
   */
  @InjectTransactionManager()
  async reserveUploads(
    of: { seller_id: string; member_id: string },
    files: UploadToReserve[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<UploadRow[]> {
    await context.transactionManager?.execute(
      "select pg_advisory_xact_lock(hashtextextended(?, 0))",
      [`upload:${of.seller_id}`]
    )
    const [used] =
      (await context.transactionManager?.execute<Used[]>(
        `select count(*) as files, sum(bytes) as bytes from upload
         where seller_id = ? and deleted_at is null`,
        [of.seller_id]
      )) ?? []
    const { uploadQuotaFiles, uploadQuotaBytes } = this.options
    const count = Number(used?.files ?? 0) + files.length
    const bytes = files.reduce(
      (sum, file) => sum + file.bytes,
      Number(used?.bytes ?? 0)
    )
    if (count > uploadQuotaFiles || bytes > uploadQuotaBytes) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Seller ${of.seller_id} may keep ${uploadQuotaFiles} files of ${uploadQuotaBytes} bytes together: delete some first`
      )
    }
    return await this.createUploads(
      files.map((file) => ({ ...of, ...file })),
      context
    )
  }
}
