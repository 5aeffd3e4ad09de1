import { Client } from "pg"
import type { App } from "./app"

export type Row = Record<string, unknown>

/** Runs one statement on the spec's own database, past every layer of the app. */
export async function rows(
  app: App,
  sql: string,
  values: unknown[] = []
): Promise<Row[]> {
  const client = new Client({ connectionString: app.dbConfig.clientUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** How many rows each table has. */
export async function counts(
  app: App,
  tables: readonly string[]
): Promise<Record<string, number>> {
  const selects = tables.map(
    (table) => `(select count(*)::int from "${table}") as "${table}"`
  )
  const [row] = await rows(app, `select ${selects.join(", ")}`)
  return Object.fromEntries(tables.map((name) => [name, Number(row?.[name])]))
}
