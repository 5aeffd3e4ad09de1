import {
  grainOf,
  isPlaced,
  nameOf,
  ofSeller,
  within,
  type ReportGrain,
} from "./report-sql"

/** Every figure of a line; a part of the report fills some, the rest is nothing. */
const figures = [
  ...["orders", "canceled_orders"],
  ...["sales", "tax", "discounts", "commission", "net"],
  ...["refunds", "commission_refunded", "payouts"],
]

const part = (
  of: { grain: string; currency: string; from: string },
  filled: Record<string, string>
): string => `select ${of.grain} as grain, ${of.currency} as currency_code,
  ${figures.map((name) => `${filled[name] ?? "0::numeric"} as ${name}`).join(", ")}
from ${of.from} group by 1, 2`

/**
 * Bindings: `starts` and `days` of `periodsSql`, its own, `seller` or null, `currency` or null, `limit`,
 * `offset`. Minor units, but for `refunds`, which Medusa keeps in major ones.
 */
export const salesReportSql = (grain: ReportGrain): string => `
with parts as (
  ${part(
    {
      grain: grainOf(grain, { at: "o.created_at", seller: "o.seller_id" }),
      currency: "o.currency_code",
      from: `seller_order o where ${isPlaced}`,
    },
    {
      orders: "count(*)",
      canceled_orders: "count(*) filter (where o.status = 'canceled')",
      ...Object.fromEntries(
        ["sales", "tax", "discounts", "commission", "net"].map((name) => [
          ...[
            name,
            `coalesce(sum(o.${name}) filter (where o.status <> 'canceled'), 0)`,
          ],
        ])
      ),
    }
  )}
  union all ${part(
    {
      grain: grainOf(grain, { at: "t.created_at", seller: "o.seller_id" }),
      currency: "t.currency_code",
      from: `order_transaction t
        join seller_order o on o.order_id = t.order_id and o.deleted_at is null
        where t.reference = 'refund' and t.deleted_at is null
          and ${within("t.created_at")} and ${ofSeller("o.seller_id")}`,
    },
    { refunds: "-sum(t.amount)" }
  )}
  union all ${part(
    {
      grain: grainOf(grain, { at: "a.created_at", seller: "o.seller_id" }),
      currency: "o.currency_code",
      from: `refund_allocation a
        join seller_order o on o.order_id = a.order_id and o.deleted_at is null
        where ${within("a.created_at")} and ${ofSeller("o.seller_id")}`,
    },
    {
      commission_refunded:
        "sum(a.commission_reversed + a.commission_tax_reversed)",
    }
  )}
  union all ${part(
    {
      grain: grainOf(grain, { at: "paid_at", seller: "seller_id" }),
      currency: "currency_code",
      from: `payout where status = 'paid' and ${within("paid_at")}
        and ${ofSeller("seller_id")}`,
    },
    { payouts: "sum(amount)" }
  )}
)
select ${nameOf(grain, "grain")} as grain, currency_code,
  ${figures.map((name) => `sum(${name})::text as ${name}`).join(", ")},
  count(*) over ()::int as total
from parts
where :currency::text is null or currency_code = :currency
group by grain, currency_code
order by ${grain === "seller" ? "currency_code, sum(sales) desc, grain" : "grain, currency_code"}
limit :limit offset :offset`
