import { ensureTemplate } from "./template-database"

export default async function globalSetup(): Promise<void> {
  process.env.MEDUSA_DISABLE_TELEMETRY = "true"
  process.env.DB_TEMPLATE = await ensureTemplate()
}
