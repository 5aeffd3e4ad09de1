import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { Client } from "pg"

const run = promisify(execFile)
const root = join(__dirname, "..")

/** Connection to one database of the server named by Medusa's own `DB_*` variables. */
export function databaseUrl(database: string): string {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  return `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/${database}`
}

/** Runs one statement on the server's `postgres` database. */
export async function onServer(sql: string, values: unknown[] = []) {
  const client = new Client({ connectionString: databaseUrl("postgres") })
  await client.connect()
  try {
    return await client.query(sql, values)
  } finally {
    await client.end()
  }
}

/** Changes whenever a migration or a link does, so that a stale template is never used. */
function schemaHash(): string {
  const hash = createHash("sha256")
  const files = [
    ...readdirSync(join(root, "src/modules"), { recursive: true })
      .map(String)
      .filter((file) => /migrations.*\.ts$/.test(file))
      .map((file) => join("src/modules", file)),
    ...readdirSync(join(root, "src/links")).map((f) => join("src/links", f)),
    "package-lock.json",
  ]
  for (const file of files.sort()) {
    hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest("hex").slice(0, 12)
}

/** Drops what killed spec processes left behind: each database carries its maker's process id. */
export async function dropOrphans(): Promise<void> {
  const { rows } = await onServer(
    "select datname as name from pg_database where datname ~ '^marketplace_[0-9]+_'"
  )
  for (const { name } of rows) {
    if (!isRunning(Number(name.split("_")[1]))) {
      await onServer(`drop database if exists "${name}" with (force)`)
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

/** Makes the migrated database that every spec file clones, once per schema. */
export async function ensureTemplate(): Promise<string> {
  const template = `marketplace_template_${schemaHash()}`
  const { rowCount } = await onServer(
    "select 1 from pg_database where datname = $1",
    [template]
  )
  if (rowCount) {
    return template
  }
  const building = `${template}_${process.pid}`
  await onServer(`create database "${building}"`)
  await run("npx", ["medusa", "db:migrate", "--execute-all-links"], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl(building),
    },
  })
  try {
    await onServer(`alter database "${building}" rename to "${template}"`)
  } catch (error) {
    // 42P04: another run of the same schema was faster.
    if ((error as { code?: string }).code !== "42P04") {
      throw error
    }
    await onServer(`drop database "${building}"`)
  }
  return template
}
