import { MetadataStorage } from "@medusajs/framework/mikro-orm/core"

// Jest gives each spec file its own module registry, MikroORM keeps one global store.
MetadataStorage.clear()
jest.setTimeout(120_000)

// Restoring the database between tests cuts idle connections; knex reports each
// on the console and offers Medusa no way to set its logger. Medusa's own log
// lines carry the whole stack as JSON: the message is what a reader needs.
const print = console.log
console.log = (...args: unknown[]) => {
  const text = String(args[0])
  if (!text.includes("Connection ended unexpectedly")) {
    print(...(text.startsWith('{"level":') ? [brief(text)] : args))
  }
}

function brief(line: string): string {
  const { level, message } = JSON.parse(line)
  return `${level}: ${String(message).slice(0, 300)}`
}
