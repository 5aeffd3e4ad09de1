import type { ProfileFields, SellerFields } from "./registration"
import { readSql, type SellerContextOfModule } from "./transaction"
import type { SellerStatus } from "./types"

/** A seller with what only it and the operator read. */
export type SellerWithProfile = Required<SellerFields> & {
  id: string
  name: string
  handle: string
  status: SellerStatus
  created_at: Date
  updated_at: Date
} & { [K in keyof Required<ProfileFields>]: string | null }

export const sellerSortColumns = [
  "name",
  "handle",
  "email",
  "status",
  "created_at",
  "updated_at",
] as const
export type SellerSortColumn = (typeof sellerSortColumns)[number]

/** Filters add up. An empty list of ids or statuses finds nothing. */
export type SellerSearch = {
  ids?: string[]
  statuses?: SellerStatus[]
  /** Part of name, handle or e-mail, in any case. */
  q?: string
  created_from?: Date
  created_to?: Date
  order?: { column: SellerSortColumn; descending: boolean }
  limit: number
  offset: number
}

export type SellersFound = { sellers: SellerWithProfile[]; count: number }

const columns = `s.id, s.name, s.handle, s.status, s.description, s.photo, s.city,
  s.state, s.country_code, s.vacation_from, s.vacation_until, s.created_at,
  s.updated_at, p.email, p.phone, p.address_line, p.postal_code, p.tax_id, p.time_zone`

/**
 * Sellers with their profiles: filter, sort and count in the database. In the
 * module because the profile has no graph relation, by design.
 */
export async function searchSellers(
  context: SellerContextOfModule,
  search: SellerSearch
): Promise<SellersFound> {
  const { where, values } = conditions(search)
  const { column, descending } = search.order ?? {
    column: "created_at",
    descending: true,
  }
  const sorted = column === "email" ? "p.email" : `s.${column}`
  const rows = await readSql<SellerWithProfile & { total: string }>(
    context,
    `with found as (
       select ${columns}, row_number() over (
         order by ${sorted} ${descending ? "desc" : "asc"} nulls last, s.id
       ) as place
       from seller s
       left join seller_profile p on p.seller_id = s.id and p.deleted_at is null
       where ${where}
     )
     select page.*, total.total
     from (select count(*) as total from found) total
     left join (
       select * from found order by place limit ?::int offset ?::int
     ) page on true
     order by place`,
    [...values, String(search.limit), String(search.offset)]
  )
  return {
    // The total comes alone when the page lies behind the last row.
    sellers: rows.filter(({ id }) => id).map(withoutPlace),
    count: Number(rows[0]?.total ?? 0),
  }
}

function withoutPlace({
  total,
  place,
  ...seller
}: SellerWithProfile & { total: string; place?: string }): SellerWithProfile {
  return seller
}

function conditions(search: SellerSearch): {
  where: string
  values: (string | Date)[]
} {
  const where = ["s.deleted_at is null"]
  const values: (string | Date)[] = []
  const add = (condition: string, ...parameters: (string | Date)[]) => {
    where.push(condition)
    values.push(...parameters)
  }
  if (search.ids) {
    add("s.id = any(string_to_array(?, ','))", search.ids.join(","))
  }
  if (search.statuses) {
    add("s.status = any(string_to_array(?, ','))", search.statuses.join(","))
  }
  if (search.q) {
    const part = `%${search.q.replace(/[\\%_]/g, "\\$&")}%`
    add(
      "(s.name ilike ? or s.handle ilike ? or p.email ilike ?)",
      part,
      part,
      part
    )
  }
  if (search.created_from) {
    add("s.created_at >= ?", search.created_from)
  }
  if (search.created_to) {
    add("s.created_at <= ?", search.created_to)
  }
  return { where: where.join(" and "), values }
}
