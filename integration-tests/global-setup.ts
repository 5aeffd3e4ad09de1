import { dropOrphans, ensureTemplate } from "./template-database"

export default async function globalSetup(): Promise<void> {
  await dropOrphans()
  process.env.DB_TEMPLATE = await ensureTemplate()
}
