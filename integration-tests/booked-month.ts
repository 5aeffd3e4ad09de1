import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Whatever is booked while `work` runs is booked then: months are over long before a test is. */
export async function bookedAt<T>(
  container: MedusaContainer,
  time: string,
  work: () => Promise<T>
): Promise<T> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const setClock = async (clock: string) => {
    for (const table of ["ledger_entry", "ledger_transaction"]) {
      await db.raw(`alter table ${table} alter created_at set default ${clock}`)
    }
  }
  await setClock(`timestamptz '${time}'`)
  try {
    return await work()
  } finally {
    await setClock("statement_timestamp()")
  }
}
