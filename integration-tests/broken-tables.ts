import { Client } from "pg"
import type { App } from "./app"

async function onDatabase<T>(
  { dbConfig }: App,
  work: (client: Client) => Promise<T>
): Promise<T> {
  const client = new Client({ connectionString: dbConfig.clientUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes every new row of a table fail, as a full disk would. Answers what mends it. */
export async function breakTable(
  app: App,
  table: string
): Promise<() => Promise<unknown>> {
  await onDatabase(app, (client) =>
    client.query(`
      create or replace function break_table() returns trigger language plpgsql
        as $$ begin raise exception 'broken on purpose'; end $$;
      create trigger break_table before insert on "${table}"
        for each row execute function break_table()`)
  )
  return () =>
    onDatabase(app, (client) =>
      client.query(`drop trigger break_table on "${table}"`)
    )
}

/** How many rows that are not deleted each table has, notes of changes aside. Medusa 2.21 itself leaves the label of a shipping option behind. */
export async function living(app: App): Promise<Record<string, number>> {
  return onDatabase(app, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'deleted_at'
         and table_name not like 'workflow%'
         and table_name not in ('shipping_option_type', 'freshness_change')`
    )
    const counts = tables.map(
      ({ name }) =>
        `select '${name}' as name, count(*)::int as count from "${name}" where deleted_at is null`
    )
    const { rows } = await client.query<{ name: string; count: number }>(
      counts.join(" union all ")
    )
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
  })
}
