import { randomUUID } from "node:crypto"
import { Client } from "pg"
import { databaseUrl, onServer } from "../template-database"

export type Database = { url: string; db: Client; drop: () => Promise<void> }

/** A clone of the migrated template that several processes may use; `drop` cuts off whoever is left. */
export async function openDatabase(): Promise<Database> {
  const name = `marketplace_${process.pid}_${randomUUID().slice(0, 8)}`
  await onServer(
    `create database "${name}" template "${process.env.DB_TEMPLATE}"`
  )
  const url = databaseUrl(name)
  const db = new Client({ connectionString: url })
  await db.connect()
  return {
    ...{ url, db },
    drop: async () => {
      await db.end()
      await onServer(`drop database "${name}" with (force)`)
    },
  }
}
