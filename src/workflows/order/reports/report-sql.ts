/** What one line of a report is about. */
export type ReportGrain = "period" | "seller"

/**
 * The days, weeks or months of the report: the first moment of each in its time
 * zone, so that a row's period is found by a search in an array and summer time
 * needs no thought. Asked first, as a common table would keep PostgreSQL from
 * reading with several workers. Bindings: `from`, `to`, `period`, `time_zone`.
 */
export const periodsSql = `
select array_agg((day at time zone :time_zone)::text order by day) as starts,
  array_agg(to_char(day, 'YYYY-MM-DD') order by day) as days
from generate_series(date_trunc(:period, :from::timestamp), :to::timestamp,
  ('1 ' || :period)::interval) day`

const start = "(:from::date)::timestamp at time zone :time_zone"
const end = "(:to::date + 1)::timestamp at time zone :time_zone"

/** A condition on the rows of the report's days; both are part of it. */
export const within = (column: string): string =>
  `${column} >= ${start} and ${column} < ${end}`

/** A condition on the rows of one seller; without a binding `seller` all of them. */
export const ofSeller = (column: string): string =>
  `(:seller::text is null or ${column} = :seller)`

/** Which line of the report a row belongs to: the period's number, or the seller. */
export const grainOf = (
  grain: ReportGrain,
  { at, seller }: { at: string; seller: string }
): string =>
  grain === "seller" ? seller : `width_bucket(${at}, :starts::timestamptz[])`

/** What a line is called: the period's first day, or the seller. */
export const nameOf = (grain: ReportGrain, of: string): string =>
  grain === "seller" ? of : `(:days::text[])[${of}]`

/** A condition on the orders `o` of the report. */
export const isPlaced = `o.deleted_at is null and ${within("o.created_at")}
  and ${ofSeller("o.seller_id")}`
