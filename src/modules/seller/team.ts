import type { MemberRow } from "./registration"
import { readSql, type SellerContextOfModule } from "./transaction"

/** A member with its role at one seller. */
export type TeamMember = Pick<
  MemberRow,
  | "id"
  | "email"
  | "name"
  | "bio"
  | "phone"
  | "photo"
  | "created_at"
  | "updated_at"
> & { role_id: string }

export const teamSortColumns = [
  "name",
  "email",
  "created_at",
  "updated_at",
] as const

export type TeamSearch = {
  seller_id: string
  /** One member only. */
  member_id?: string
  /** Part of name or e-mail, in any case. */
  q?: string
  order?: { column: (typeof teamSortColumns)[number]; descending: boolean }
  limit: number
  offset: number
}

export type TeamFound = { members: TeamMember[]; count: number }

/** The members of one seller, oldest membership first unless asked otherwise. */
export async function searchTeam(
  context: SellerContextOfModule,
  search: TeamSearch
): Promise<TeamFound> {
  const { order, member_id, q } = search
  const part = q ? `%${q.replace(/[\\%_]/g, "\\$&")}%` : null
  const sorted = order
    ? `m.${order.column} ${order.descending ? "desc" : "asc"}`
    : "sm.created_at asc"
  const rows = await readSql<TeamMember & { total: string; place: string }>(
    context,
    teamSql(sorted),
    [
      search.seller_id,
      member_id ?? null,
      member_id ?? null,
      part,
      part,
      part,
      String(search.limit),
      String(search.offset),
    ]
  )
  return {
    members: rows
      .filter(({ id }) => id)
      .map(({ total, place, ...member }) => member),
    count: Number(rows[0]?.total ?? 0),
  }
}

/** The total comes alone when the page lies behind the last row. */
const teamSql = (sorted: string) => `with team as (
       select m.id, m.email, m.name, m.bio, m.phone, m.photo, m.created_at,
         m.updated_at, sm.role_id, row_number() over (order by ${sorted}, m.id) as place
       from seller_member sm
       join member m on m.id = sm.member_id and m.deleted_at is null
       where sm.seller_id = ? and sm.deleted_at is null
         and (?::text is null or m.id = ?)
         and (?::text is null or m.name ilike ? or m.email ilike ?)
     )
     select page.*, total.total
     from (select count(*) as total from team) total
     left join (
       select * from team order by place limit ?::int offset ?::int
     ) page on true
     order by place`
