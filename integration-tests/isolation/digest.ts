import { Client } from "pg"
import type { App } from "../app"

/** Rows that the server keeps for itself, whatever was asked of it. */
const internal =
  /^(workflow_execution|mikro_orm_migrations|link_module_migrations|script_migrations|marketplace_sweep|sweep|freshness_change)/

/** Table → hash of its rows. */
export type Digest = Record<string, string>

/**
 * One hash per table over all rows, or over those in which one of `words`
 * occurs. Two equal digests: nothing was written.
 */
export async function digest(
  { dbConfig }: App,
  words: string[] = []
): Promise<Digest> {
  const client = new Client({ connectionString: dbConfig.clientUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'`
    )
    const hashes = tables
      .filter(({ name }) => !internal.test(name))
      .map(
        ({ name }) =>
          `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as hash
           from "${name}" t where $1 = '{}' or t::text like any ($1::text[])`
      )
    const { rows } = await client.query<{ name: string; hash: string }>(
      hashes.join(" union all "),
      [words.map((word) => `%${word}%`)]
    )
    return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
  } finally {
    await client.end()
  }
}
