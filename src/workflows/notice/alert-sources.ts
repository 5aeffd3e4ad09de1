import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MarketplaceEvents } from "../../events"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import type { AlertKind, NewAlert } from "../../modules/notice/types"
import { listHealthChecks } from "../sweeper/health-checks"

export type AlertSource = {
  kind: AlertKind
  /** What is emitted once when a condition begins: the alert's id and its data. */
  event: string
  /** Every condition that holds now. */
  find: (container: MedusaContainer) => Promise<NewAlert[]>
}

const lowStockSql = `
select level.id as subject, jsonb_build_object('seller_id', owned.seller_id,
  'inventory_item_id', level.inventory_item_id, 'location_id', level.location_id) as data
from inventory_level level
join marketplace_inventory_item_seller owned
  on owned.inventory_item_id = level.inventory_item_id and owned.deleted_at is null
where level.deleted_at is null and level.stocked_quantity - level.reserved_quantity <= ?`

/** Bindings: the option's floor in major units or null, twice. */
const debtsSql = `
select id as subject,
  jsonb_build_object('seller_id', owner_id, 'currency_code', currency_code) as data
from ledger_account
where owner_type = 'seller' and type = 'available'
  and balance < coalesce(floor, case when ?::numeric is not null
    then ?::numeric * power(10::numeric, scale) end)`

/** The version of a date is the date: one that is accepted anew is told anew. */
const expiringSql = `
select id || ':' || extract(epoch from expires_at)::bigint as subject,
  jsonb_build_object('seller_id', seller_id, 'document_id', id) as data
from document
where deleted_at is null and status = 'accepted' and seller_id is not null
  and expires_at > now() and expires_at <= now() + ? * interval '1 day'`

async function rowsOf(
  container: MedusaContainer,
  sql: string,
  values: (number | null)[]
): Promise<NewAlert[]> {
  const { rows }: { rows: NewAlert[] } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(sql, values)
  return rows
}

const optionsOf = (container: MedusaContainer) =>
  container.resolve<NoticeModuleService>(NOTICE_MODULE).options

/** Stock, debts and papers: cheap to look for, so every sweep does. */
export const sellerAlerts: AlertSource[] = [
  {
    kind: "stock_low",
    event: MarketplaceEvents.STOCK_LOW,
    find: async (container) =>
      await rowsOf(container, lowStockSql, [
        optionsOf(container).lowStockThreshold,
      ]),
  },
  {
    kind: "balance_below_floor",
    event: MarketplaceEvents.BALANCE_BELOW_FLOOR,
    find: async (container) => {
      const floor = optionsOf(container).payoutFloor ?? null
      return await rowsOf(container, debtsSql, [floor, floor])
    },
  },
  {
    kind: "document_expiring",
    event: MarketplaceEvents.SELLER_DOCUMENT_EXPIRING,
    find: async (container) =>
      await rowsOf(container, expiringSql, [
        optionsOf(container).documentNoticeDays,
      ]),
  },
]

/** What must always hold: some checks read much. */
export const healthAlerts: AlertSource[] = [
  {
    kind: "invariant_violated",
    event: MarketplaceEvents.INVARIANT_VIOLATED,
    find: async (container) => {
      const found: NewAlert[] = []
      for (const { name, count } of listHealthChecks()) {
        const wrong = await count(container)
        if (wrong > 0) {
          found.push({ subject: name, data: { name, count: wrong } })
        }
      }
      return found
    },
  },
]
