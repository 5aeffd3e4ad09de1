import { createHash } from "node:crypto"
import { soldProductColumns, soldProductRowsSql } from "./product-rows-sql"
import { sellerOrderColumns, sellerOrderRowsSql } from "./rows-sql"

const refresh = "marketplace_refresh_seller_orders"

/**
 * What makes `seller_order` and `seller_order_product` hold for some orders; the second of two waits, and
 * reads what the first committed. They wait at the order's own row, as there is
 * no other before the order's seller is known.
 */
const refreshSql = `
create or replace function ${refresh}(ids text[]) returns void
language plpgsql as $body$
begin
  perform 1 from "order" where id = any(ids) order by id for no key update;
  delete from seller_order s where s.order_id = any(ids) and not exists (
    select 1 from "order" o
    join marketplace_order_seller l on l.order_id = o.id and l.deleted_at is null
    where o.id = s.order_id and o.deleted_at is null and not o.is_draft_order);
  insert into seller_order as s (${sellerOrderColumns})
  select * from (${sellerOrderRowsSql("o.id = any(ids)")}) fresh order by order_id
  on conflict (order_id) do update set (${sellerOrderColumns}) =
    row (${columnsOf("excluded")})
  where (${columnsOf("s")}) is distinct from (${columnsOf("excluded")});
  with fresh as materialized (${soldProductRowsSql("o.id = any(ids)")}),
  gone as (
    delete from seller_order_product p where p.order_id = any(ids)
      and not exists (select 1 from fresh f
        where f.order_id = p.order_id and f.product_id = p.product_id)
  )
  insert into seller_order_product as p (${soldProductColumns})
  select * from fresh order by order_id, product_id
  on conflict (order_id, product_id) do update set (${soldProductColumns}) =
    row (${columnsOf("excluded", soldProductColumns)})
  where (${columnsOf("p", soldProductColumns)})
    is distinct from (${columnsOf("excluded", soldProductColumns)});
end $body$`

/** Runs for a statement; its argument is the query that finds the orders among the \`changed\` rows. */
const triggerSql = `
create or replace function marketplace_seller_orders_changed() returns trigger
language plpgsql as $body$
declare ids text[];
begin
  execute format('select array_agg(distinct order_id) from (%s) found', tg_argv[0]) into ids;
  if ids is not null then
    perform ${refresh}(ids);
  end if;
  return null;
end $body$`

const byLink = "select order_id from changed"

/** Every table that the row of an order is derived from, and how a row of it leads to the order. */
const sources = [
  {
    table: "order",
    events: ["update", "delete"],
    find: "select id as order_id from changed",
  },
  { table: "order_item", events: ["insert", "update"], find: byLink },
  { table: "settlement_line", events: ["insert", "delete"], find: byLink },
  {
    table: "marketplace_order_seller",
    events: ["insert", "update", "delete"],
    find: byLink,
  },
  {
    table: "order_payment_collection",
    events: ["insert", "update", "delete"],
    find: byLink,
  },
  {
    table: "order_fulfillment",
    events: ["insert", "update", "delete"],
    find: byLink,
  },
  {
    table: "payment_collection",
    events: ["update"],
    find: "select l.order_id from changed join order_payment_collection l on l.payment_collection_id = changed.id",
  },
  {
    table: "fulfillment",
    events: ["update"],
    find: "select l.order_id from changed join order_fulfillment l on l.fulfillment_id = changed.id",
  },
]

const triggers = sources.flatMap(({ table, events, find }) =>
  events.map((event) => ({ table, event, find }))
)

const functionsSql = [refreshSql, triggerSql].join(";\n")

/** For statistics and reports, which ask for refunds and carts by day, and for counts: so few columns that equal entries share one. */
const indexSql = `
create index if not exists "IDX_marketplace_refund_created_at" on order_transaction (created_at)
  where reference = 'refund' and deleted_at is null;
create index if not exists "IDX_marketplace_cart_created_at" on cart (created_at)
  where deleted_at is null;
create index if not exists "IDX_seller_order_counts"
  on seller_order (seller_id, status, payment_status, fulfillment_status) where deleted_at is null`

/** Part of the triggers' names: another version of them is replaced when the app starts. */
const version = createHash("sha256")
  .update(JSON.stringify([functionsSql, indexSql, triggers]))
  .digest("hex")
  .slice(0, 8)

const prefix = "marketplace_so_"

/** Answers a row when the triggers of this version are all there. */
export const installedSql = `
select 1 as installed from pg_trigger
where tgname like '${prefix}${version}\\_%' having count(*) = ${triggers.length}`

/** Replaces every trigger of ours and fills the table; safe to run again. */
export const installSql = `
do $do$
declare old record;
begin
  for old in select tgname, tgrelid::regclass as of from pg_trigger
    where tgname like '${prefix}%' and not tgisinternal
  loop
    execute format('drop trigger %I on %s', old.tgname, old.of);
  end loop;
end $do$;
${functionsSql};
${triggers.map(createTrigger).join("\n")}
${indexSql};
select ${refresh}(array_agg(id)) from (
  select order_id as id from marketplace_order_seller union select order_id from seller_order
) everything`

/**
 * Makes searching cheap where the database allows the extension; without it the
 * search is right and reads every order of the seller.
 */
export const searchIndexSql = `
do $do$
begin
  create extension if not exists pg_trgm;
  create index if not exists "IDX_seller_order_search"
    on seller_order using gin (search gin_trgm_ops);
exception when others then
  raise notice 'seller_order has no index for searching: %', sqlerrm;
end $do$`

function createTrigger({ table, event, find }: (typeof triggers)[number]) {
  const rows = event === "delete" ? "old" : "new"
  return `create trigger ${prefix}${version}_${event} after ${event} on "${table}"
  referencing ${rows} table as changed for each statement
  execute function marketplace_seller_orders_changed('${find}');`
}

function columnsOf(row: string, columns = sellerOrderColumns): string {
  return columns
    .split(", ")
    .map((column) => `${row}.${column}`)
    .join(", ")
}
