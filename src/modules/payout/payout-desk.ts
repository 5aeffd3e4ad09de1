import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import type { PayoutFile, PayoutReportLine } from "../../payout-provider"
import { PayoutAccounts } from "./payout-accounts"
import type { FileRow } from "./payouts/files"
import { keepStored, listFiles } from "./payouts/files"
import { instructionOf, wakePayout } from "./payouts/payout-rows"
import type { OpenLine, UnreportedPayout } from "./payouts/reports"
import { readUnmatched } from "./payouts/reports"
import type { RunRow } from "./payouts/runs"
import { readRuns } from "./payouts/runs"
import type {
  PayoutFound,
  PayoutItemFound,
  PayoutSearch,
} from "./payouts/search"
import { readItems, searchPayouts } from "./payouts/search"
import type { Settlement } from "./payouts/settle"
import { settlePayout } from "./payouts/settle"

type Page = { limit: number; offset: number }

/** What sellers and operators do by hand: single payouts, files, reports. */
export class PayoutDesk extends PayoutAccounts {
  /**
   * Records what became of a payout: status, posting and event in one
   * transaction.
   *
   * @returns whether it changed anything; late and repeated news do not.
   * @throws MedusaError NOT_FOUND
   */
  @InjectTransactionManager()
  async settlePayout(
    settlement: Settlement,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    return await settlePayout(context, settlement)
  }

  /**
   * Takes a payout back: one that waits ends at once, one that was sent when its
   * provider can. Its money is available again.
   *
   * @throws MedusaError NOT_FOUND; NOT_ALLOWED when it is too late, or nobody can know.
   */
  async cancelPayout(cancel: {
    payout_id: string
    by: string
    reason: string
  }): Promise<void> {
    const { payout_id, by, reason } = cancel
    const payout = await this.readPayout_(payout_id)
    const { attempt } = payout
    const done = { payout_id, reason, settled_by: by, attempt }
    if (payout.status === "reserved") {
      await this.settleAsSeen({ ...done, status: "failed" })
      return
    }
    if (payout.status !== "submitted" && payout.status !== "paid") {
      throw tooLate(payout_id, `it is ${payout.status}`)
    }
    if (payout.file_id) {
      throw tooLate(payout_id, `file ${payout.file_id} orders it`)
    }
    const { provider_ref } = payout
    const provider = this.payoutProvider(payout.provider_id)
    const result = await this.call(async (signal) =>
      provider.cancel?.({ ...instructionOf(payout), provider_ref }, signal)
    )
    if (result?.status !== "failed" && result?.status !== "returned") {
      throw tooLate(payout_id, result?.reason ?? "its provider keeps it")
    }
    const { status } = result
    await this.settleAsSeen({ ...done, status, unfiled: true })
  }

  /**
   * Records what was decided on what was seen, unless it changed meanwhile.
   *
   * @returns false when it stands so already.
   * @throws MedusaError NOT_ALLOWED when it was claimed, ended, or put into a file in between.
   */
  private async settleAsSeen(
    news: Settlement & { attempt: number }
  ): Promise<boolean> {
    if (await this.settlePayout(news)) {
      return true
    }
    const { status, file_id } = await this.readPayout_(news.payout_id)
    if (status === news.status) {
      return false
    }
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Payout ${news.payout_id} is ${status}${file_id ? ` by file ${file_id}` : ""}: it cannot become ${news.status} now`
    )
  }

  /**
   * Records what an operator knows of a payout: one that is paid by hand or by
   * file, or one that nobody else can find out about.
   *
   * @returns false when it stood so already.
   * @throws MedusaError NOT_FOUND; NOT_ALLOWED when its provider knows better; INVALID_DATA when another payout has the reference.
   */
  async markPayout(mark: {
    payout_id: string
    status: "paid" | "failed"
    /** The bank's, for `paid`. */
    reference?: string
    reason?: string
    by: string
  }): Promise<boolean> {
    const { payout_id, status, reference, reason, by } = mark
    const payout = await this.readPayout_(payout_id)
    if (payout.status === status) {
      return false
    }
    const { capabilities } = this.payoutProvider(payout.provider_id)
    const byHand =
      payout.status === "unknown" ||
      (payout.status === "submitted" && !capabilities.authoritativeLookup)
    if (!byHand) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Payout ${payout_id} is ${payout.status}, and ${payout.provider_id} says itself what becomes of it`
      )
    }
    return await this.settleAsSeen({
      ...{ payout_id, status, reason, settled_by: by },
      attempt: payout.attempt,
      provider_ref: reference,
    })
  }

  /** Makes an unclear or sent payout due for a question now. */
  @InjectTransactionManager()
  async wakePayout(
    payout_id: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await wakePayout(context, payout_id)
  }

  /** One page, filtered and counted in the database. */
  @InjectTransactionManager()
  async searchPayouts(
    search: PayoutSearch,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<{ payouts: PayoutFound[]; count: number }> {
    return await searchPayouts(context, search)
  }

  /** What a payout settled. */
  @InjectTransactionManager()
  async listPayoutEntries(
    page: Page & { payout_id: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<{ items: PayoutItemFound[]; count: number }> {
    return await readItems(context, page)
  }

  /** Runs with their counters and what became of their payouts, newest first. */
  @InjectTransactionManager()
  async searchRuns(
    query: Page & { id?: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<{ runs: RunRow[]; count: number }> {
    return await readRuns(context, query)
  }

  /**
   * Makes the file that orders every sent payout of a provider that no file
   * orders yet. Made again from its rows, a file is the same.
   *
   * @param order.file_id - Makes this one again.
   * @returns nothing when no payout waits.
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED when the provider makes no files.
   */
  async makePayoutFile(order: {
    provider_id?: string
    currency_code: string
    file_id?: string
    created_by: string | null
  }): Promise<(PayoutFile & { id: string }) | undefined> {
    const { provider_id = "", file_id, created_by, currency_code } = order
    if (!file_id) {
      this.fileMaker(provider_id)
    }
    const limit = 1000
    const id =
      file_id ??
      (await this.beginFile_({ provider_id, created_by, currency_code, limit }))
    const found = id ? await this.readFile_(id) : undefined
    if (!found) {
      if (file_id) {
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `There is no payout file ${file_id}`
        )
      }
      return undefined
    }
    const { file, payouts } = found
    const instructions = payouts.map(instructionOf)
    const made = this.fileMaker(file.provider_id)({
      ...{ id: file.id, created_at: file.created_at, instructions },
    })
    return { ...made, id: file.id }
  }

  /** Remembers where a file is kept. @returns false when a copy of it was kept before. */
  @InjectTransactionManager()
  async keepPayoutFile(
    file: { id: string; stored_as: string; filename: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    return await keepStored(context, file)
  }

  @InjectTransactionManager()
  async searchPayoutFiles(
    page: Page,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<{ files: FileRow[]; count: number }> {
    return await listFiles(context, page)
  }

  /**
   * Keeps what a provider reports and does what its lines say, each in its own
   * transaction. The same report again changes nothing.
   *
   * @param report.content - In the provider's own format; `lines` when somebody read it before.
   * @throws MedusaError INVALID_DATA when it is no report.
   */
  async importReport(report: {
    provider_id: string
    content?: string
    lines?: PayoutReportLine[]
    imported_by: string | null
  }): Promise<{ read: number; new: number; matched: number }> {
    const { provider_id, content, imported_by } = report
    const provider = this.payoutProvider(provider_id)
    if (content !== undefined && !provider.readReport) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The payout provider ${provider_id} reads no reports: send their lines`
      )
    }
    const lines =
      content === undefined
        ? (report.lines ?? [])
        : (provider.readReport?.(content) ?? [])
    const kept = lines.length
      ? await this.keepLines_({ provider_id, imported_by, lines })
      : 0
    const fitting = await this.findFitting_(provider_id)
    for (const line of fitting) {
      await this.settleLine_(line)
    }
    return { read: lines.length, new: kept, matched: fitting.length }
  }

  /** What a provider reports and we do not know, and the other way round. */
  @InjectTransactionManager()
  async findUnmatched(
    provider_id: string | undefined,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<{ lines: OpenLine[]; payouts: UnreportedPayout[] }> {
    return await readUnmatched(context, provider_id)
  }

  private fileMaker(providerId: string) {
    const provider = this.payoutProvider(providerId)
    if (!provider.makeFile) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The payout provider ${providerId} makes no files`
      )
    }
    return provider.makeFile.bind(provider)
  }
}

function tooLate(payoutId: string, why: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Payout ${payoutId} cannot be cancelled: ${why}`
  )
}
