import { startPostgres } from "../../scripts/services/postgres"

/** Keeps one PostgreSQL: jest cannot load its package, which is an ES module. */
async function keep(dataDir: string): Promise<void> {
  const running = await startPostgres(dataDir)
  process.send?.(running.url)
  process.once("disconnect", () => {
    void running.stop().finally(() => process.exit(0))
  })
}

const [dataDir] = process.argv.slice(2)
if (dataDir) {
  keep(dataDir).catch((error) => {
    console.error(error)
    process.exit(1)
  })
}
