import { MetadataStorage } from "@medusajs/framework/mikro-orm/core"

// Jest gives each spec file its own module registry, MikroORM keeps one global store.
MetadataStorage.clear()
jest.setTimeout(120_000)

// Restoring the database between tests cuts idle connections; knex reports each
// on the console and offers Medusa no way to set its logger.
const print = console.log
console.log = (...args: unknown[]) => {
  if (!String(args[0]).includes("Connection ended unexpectedly")) {
    print(...args)
  }
}
