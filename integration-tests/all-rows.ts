import { Client } from "pg"
import type { App } from "./app"

/** Every living row of every table as text, but for what says when it was changed. */
export type AllRows = Record<string, string[]>

/** Books of the engine itself, notes that something changed, and what a migration fills. */
const notRows = [
  "workflow_execution",
  "freshness_change",
  "mikro_orm_migrations",
  "link_module_migrations",
  "script_migrations",
  "region_country",
  "currency",
]

const rowsOfAll = `
  create function rows_of_all(skipped text[]) returns table (name text, contents text[])
  language plpgsql as $$
  begin
    for name in
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and not c.relname = any (skipped)
        -- What never held a row: most tables, and each would cost a statement.
        and pg_relation_size(c.oid) > 0
    loop
      execute format(
        'select array_agg(content order by content) from (select content::text from
          (select to_jsonb(t) - ''updated_at'' as content from %I t) every
          where content ->> ''deleted_at'' is null) living', name) into contents;
      if contents is not null then return next; end if;
    end loop;
  end $$`

/** A picture of the whole database, to compare with another one: `toEqual` shows the rows that differ. */
export async function allRows({ dbConfig }: App): Promise<AllRows> {
  const client = new Client({ connectionString: dbConfig.clientUrl })
  await client.connect()
  try {
    const made = await client.query(
      "select from pg_proc where proname = 'rows_of_all'"
    )
    if (!made.rowCount) {
      await client.query(rowsOfAll)
    }
    const { rows } = await client.query<{ name: string; contents: string[] }>(
      "select * from rows_of_all($1)",
      [notRows]
    )
    return Object.fromEntries(
      rows.map(({ name, contents }) => [name, contents])
    )
  } finally {
    await client.end()
  }
}

/** Rows that only one of two pictures has, by table; empty when nothing changed. */
export function changedRows(
  before: AllRows,
  after: AllRows
): Record<string, { gone: string[]; new: string[] }> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  const changes = [...names].sort().map((name) => {
    const was = new Set(before[name])
    const is = new Set(after[name])
    const gone = [...was].filter((row) => !is.has(row))
    return [
      name,
      { gone, new: [...is].filter((row) => !was.has(row)) },
    ] as const
  })
  return Object.fromEntries(
    changes.filter(([, { gone, new: added }]) => gone.length || added.length)
  )
}
