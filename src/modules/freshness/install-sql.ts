import { createHash } from "node:crypto"
import { sources, type Source } from "./sources"

/** Runs for a statement; its argument says which scope a changed row belongs to. */
const functionSql = `
create or replace function marketplace_note_change() returns trigger
language plpgsql as $body$
begin
  execute format('insert into freshness_change (id, scope, stamp)
    select ''fch_'' || gen_random_uuid(), scope, (random() * 1e15)::bigint::text
    from (select distinct %s as scope from changed) scopes', tg_argv[0]);
  return null;
end $body$`

const events = ["insert", "update", "delete"] as const

const triggers = sources.flatMap((source) =>
  source.tables.flatMap((table) =>
    events.map((event) => ({ table, event, scope: scopeSql(source) }))
  )
)

/** Part of the triggers' names: another version of them is replaced when the app starts. */
const version = createHash("sha256")
  .update(JSON.stringify([functionSql, triggers]))
  .digest("hex")
  .slice(0, 8)

const prefix = "marketplace_fr_"

/** Answers a row when the triggers of this version are all there. */
export const installedSql = `
select 1 as installed from pg_trigger
where tgname like '${prefix}${version}\\_%' having count(*) = ${triggers.length}`

/** Replaces every trigger of ours; what was remembered before is worth nothing then. */
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
${functionSql};
${triggers.map(createTrigger).join("\n")}
${sources.map(noteAll).join("\n")}`

/** The version of each scope in which anything ever changed. */
export const versionsSql = `
select scope, sum(stamp::numeric)::text as version from freshness_change group by scope`

/**
 * Merges the changes of each scope into one row; the sums, and so the versions,
 * stay. What another process merges at the same time is left to it.
 */
export const mergeSql = `
with many as (
  select scope from freshness_change group by scope having count(*) > 10
), gone as (
  delete from freshness_change c using many where c.scope = many.scope
  returning c.scope, c.stamp
), kept as (
  insert into freshness_change (id, scope, stamp)
  select 'fch_' || gen_random_uuid(), scope, sum(stamp::numeric)::text
  from gone group by scope
)
select count(*)::int as merged from gone`

function scopeSql({ group, column }: Source): string {
  return column ? `'${group}:' || right(${column}, 1)` : `'${group}:'`
}

function createTrigger({ table, event, scope }: (typeof triggers)[number]) {
  const rows = event === "delete" ? "old" : "new"
  return `create trigger ${prefix}${version}_${event} after ${event} on "${table}"
  referencing ${rows} table as changed for each statement
  execute function marketplace_note_change($scope$${scope}$scope$);`
}

/** Writes that came while there was no trigger. */
function noteAll(source: Source): string {
  return source.tables
    .map(
      (table) => `insert into freshness_change (id, scope, stamp)
    select 'fch_' || gen_random_uuid(), scope, (random() * 1e15)::bigint::text
    from (select distinct ${scopeSql(source)} as scope from "${table}") scopes;`
    )
    .join("\n")
}
