import { readdirSync } from "node:fs"
import { basename, join } from "node:path"

/** Medusa notes what ran by name alone, for all modules in one table: a second one of a name would be skipped. */
it("names no two migrations of our modules alike", () => {
  const names = readdirSync(join(__dirname, "../modules"), { recursive: true })
    .map(String)
    .filter((path) => /migrations\/Migration\d+\.ts$/.test(path))
    .map((path) => basename(path))
  expect(names.length).toBeGreaterThan(15)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})
