import { MetadataStorage } from "@medusajs/framework/mikro-orm/core"

// Jest gives each spec file its own module registry, MikroORM keeps one global store.
MetadataStorage.clear()
jest.setTimeout(120_000)
