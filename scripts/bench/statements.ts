import { Client } from "pg"
import { PlainProblem } from "../services"

/** A connection that counts with pg_stat_statements. */
export async function countStatements(server: string): Promise<Client> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query("create extension if not exists pg_stat_statements")
    await client.query("select count(*) from pg_stat_statements")
  } catch {
    await client.end()
    throw new PlainProblem(
      "The bench counts statements with pg_stat_statements, which this PostgreSQL does not preload: unset DATABASE_URL to use the embedded one"
    )
  }
  return client
}

/** How many statements a database has seen so far. */
export async function statementsOf(
  counter: Client,
  database: string
): Promise<number> {
  const { rows } = await counter.query<{ calls: string }>(
    `select coalesce(sum(calls), 0) as calls
     from pg_stat_statements s join pg_database d on d.oid = s.dbid
     where d.datname = $1`,
    [database]
  )
  return Number(rows[0]?.calls)
}
