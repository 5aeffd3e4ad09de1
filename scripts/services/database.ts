import { Client } from "pg"

/** The same server's connection string for another database. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.toString()
}

/** Makes the database when it is not there; answers its connection string. */
export async function ensureDatabase(
  server: string,
  name: string
): Promise<string> {
  await onServer(server, async (client) => {
    const found = await client.query(
      "select 1 from pg_database where datname = $1",
      [name]
    )
    if (!found.rowCount) {
      await client.query(`create database "${name}"`)
    }
  })
  return databaseUrl(server, name)
}

export async function dropDatabase(
  server: string,
  name: string
): Promise<void> {
  await onServer(server, (client) =>
    client.query(`drop database if exists "${name}" with (force)`)
  )
}

async function onServer(
  server: string,
  work: (client: Client) => Promise<unknown>
): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** @param table - A name of ours, never input. */
export async function countRows(url: string, table: string): Promise<number> {
  let count = 0
  await onServer(url, async (client) => {
    const { rows } = await client.query(
      `select count(*)::int as count from "${table}"`
    )
    count = rows[0].count
  })
  return count
}
