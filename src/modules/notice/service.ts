import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { parseOptions, type MarketplaceOptions } from "../../options"
import { Alert } from "./models/alert"
import { Notice } from "./models/notice"
import { NoticePreference } from "./models/notice-preference"
import { NoticeReading } from "./models/notice-reading"
import * as statements from "./sql"
import type {
  AlertKind,
  NewAlert,
  NewNotice,
  NoticeChoices,
  NoticeLocale,
  NoticeOutcome,
  NoticeRow,
} from "./types"

export type FeedPage = {
  /** The seller whose feed it is; null: the operator's. */
  seller_id: string | null
  reader_id: string
  unread?: boolean
  limit: number
  offset: number
}

export type FeedLine = Pick<
  NoticeRow,
  | "id"
  | "to"
  | "channel"
  | "template"
  | "locale"
  | "event"
  | "resource_type"
  | "resource_id"
  | "data"
  | "created_at"
  | "updated_at"
> & { read_at: Date | null }

/** What is held for one recipient until the digest. */
export type HeldNotices = Pick<
  NoticeRow,
  "recipient_id" | "seller_id" | "to" | "channel"
> & {
  locale: NoticeLocale
  notices: { id: string; template: string; data: Record<string, unknown> }[]
}

/** Who is told what through which channel, and what came of it. */
export class NoticeModuleService extends MedusaService({
  Notice,
  NoticePreference,
  NoticeReading,
  Alert,
}) {
  /** The plugin's options, for workflows, which receive none. */
  readonly options: MarketplaceOptions

  constructor(deps: Record<string, unknown>, options?: unknown) {
    super(deps)
    this.options = parseOptions(options)
  }

  /**
   * Keeps notices, each key once: what was kept before, for the same event that
   * came again, stays as it is.
   *
   * @returns The ids of those that are new.
   */
  @InjectManager()
  async keepNotices(
    notices: NewNotice[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<string[]> {
    if (!notices.length) {
      return []
    }
    const kept = notices.map((notice) => ({
      id: generateEntityId(undefined, "ntc"),
      ...notice,
    }))
    const rows = await this.execute(
      statements.keepSql,
      [JSON.stringify(kept)],
      context
    )
    return rows.map(({ id }) => id)
  }

  /** Takes due notices for one try each; of many callers each gets others. `ids`: only these. */
  async claimNotices(ids?: string[], limit = 100): Promise<NoticeRow[]> {
    const some = ids?.join(",") ?? null
    return await this.execute<NoticeRow>(statements.claimSql, [
      ...[some, some, limit],
      this.options.notificationRetrySeconds,
    ])
  }

  /** Notes what came of a try; one that failed too often is a dead letter. */
  async settleNotice({
    id,
    status,
    notification_id,
    error,
  }: NoticeOutcome): Promise<void> {
    await this.execute(statements.settleSql, [
      ...[status, notification_id ?? null, error ?? null, status, id],
    ])
  }

  /**
   * Lets a dead letter be tried again, now.
   *
   * @throws MedusaError NOT_FOUND; NOT_ALLOWED for one that was sent or waits anyway.
   */
  async reviveNotice(id: string): Promise<void> {
    const rows = await this.execute(statements.reviveSql, [id])
    if (!rows.length) {
      const { status } = await this.retrieveNotice(id, {
        select: ["id", "status"],
      })
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Notice ${id} is ${status}: only failed and skipped ones are sent again`
      )
    }
  }

  /** What is due for a digest, by recipient. */
  async listHeld(): Promise<HeldNotices[]> {
    return await this.execute<HeldNotices>(statements.heldSql, [])
  }

  /** Keeps a digest and notes that what it gathers is told by it, in one transaction. */
  @InjectTransactionManager()
  async keepDigest(
    digest: NewNotice,
    ids: string[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await this.keepNotices([digest], context)
    await this.execute(statements.digestedSql, [ids.join(",")], context)
  }

  /** One page of a feed, newest first, with what its reader has read. */
  async readFeed(
    page: FeedPage
  ): Promise<{ lines: FeedLine[]; count: number }> {
    const rows = await this.execute<FeedLine & { total: number }>(
      statements.feedSql,
      [
        ...[page.reader_id, channelOf(page), page.seller_id, page.seller_id],
        ...[page.unread ?? false, page.limit, page.offset],
      ]
    )
    const lines = rows.map(({ total, ...line }) => line)
    // An empty page behind the last one has no row that could carry the count.
    const count =
      rows[0]?.total ??
      (page.offset
        ? (await this.readFeed({ ...page, offset: 0, limit: 1 })).count
        : 0)
    return { lines, count }
  }

  /**
   * Marks lines of a feed as read; without ids all of them. What is not in the
   * reader's feed is ignored, and reading again is harmless.
   *
   * @returns How many are newly read.
   */
  async markRead(
    feed: Pick<FeedPage, "seller_id" | "reader_id">,
    ids?: string[]
  ): Promise<number> {
    const some = ids?.join(",") ?? null
    const [row] = await this.execute<{ read: number }>(statements.readSql, [
      ...[feed.reader_id, channelOf(feed), feed.seller_id, feed.seller_id],
      ...[some, some],
    ])
    return row?.read ?? 0
  }

  /**
   * Notes which conditions of a kind hold now: those that are new are kept, those
   * that ended are forgotten.
   *
   * @returns All that nobody was told of yet.
   */
  @InjectTransactionManager()
  async keepAlerts(
    kind: AlertKind,
    alerts: NewAlert[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<{ id: string; data: Record<string, unknown> }[]> {
    const kept = alerts.map((alert) => ({
      id: generateEntityId(undefined, "alrt"),
      ...alert,
    }))
    const all = JSON.stringify(kept)
    await this.execute(statements.endAlertsSql, [kind, all], context)
    await this.execute(statements.keepAlertsSql, [kind, all], context)
    return await this.execute(statements.untoldAlertsSql, [kind], context)
  }

  /** Notes that everybody was told of an alert. */
  async settleAlert(id: string): Promise<void> {
    await this.execute(statements.toldAlertSql, [id])
  }

  /** What members of a seller chose, by member id. */
  async choicesOf(
    sellerId: string,
    memberIds: string[]
  ): Promise<Map<string, NoticeChoices>> {
    const rows = await this.listNoticePreferences({
      seller_id: sellerId,
      member_id: memberIds,
    })
    return new Map(
      rows.map(({ member_id, locale, topics }) => [
        member_id,
        // Written by `choose` alone.
        { locale, topics: topics },
      ])
    )
  }

  /** Keeps all that a member chose; an earlier choice is gone. */
  async choose(
    of: { seller_id: string; member_id: string },
    { locale, topics }: NoticeChoices
  ): Promise<void> {
    await this.execute(statements.chooseSql, [
      generateEntityId(undefined, "ntcpref"),
      ...[of.seller_id, of.member_id, locale, JSON.stringify(topics)],
    ])
  }

  @InjectManager()
  private async execute<Row = { id: string }>(
    sql: string,
    values: unknown[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Row[]> {
    const manager = context.transactionManager ?? context.manager
    return (await manager?.execute<Row[]>(sql, values)) ?? []
  }
}

const channelOf = ({ seller_id }: Pick<FeedPage, "seller_id">) =>
  seller_id === null ? "feed" : "seller_feed"
