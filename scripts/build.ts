import { mkdirSync, rmdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { program, root, runOrThrow } from "./test/command"

/**
 * `medusa plugin:build` (2.21.2) fails in a plugin without `src/admin`: give it
 * an empty one, and leave its empty bundle out of the package.
 */
async function build(): Promise<void> {
  const admin = join(root, "src/admin")
  const added = mkdirSync(admin, { recursive: true })
  try {
    await runOrThrow([...program("@medusajs/cli", "medusa"), "plugin:build"])
  } finally {
    if (added) {
      rmdirSync(admin)
      rmSync(join(root, ".medusa/server/src/admin"), {
        recursive: true,
        force: true,
      })
    }
  }
}

build().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
