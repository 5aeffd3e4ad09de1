import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "../command"

const paymentSplit = `
    {
      resolve: "@medusajs/medusa/payment",
      options: {
        providers: [
          { resolve: "medusa-plugin-marketplace/providers/payment-split", id: "split" },
        ],
      },
    },`

const config = (modules: string) => `
const { defineConfig } = require("@medusajs/framework/utils")

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "host",
      cookieSecret: "host",
    },
  },
  admin: { disable: true },
  plugins: [{ resolve: "medusa-plugin-marketplace", options: {} }],
  modules: [${modules}
  ],
})
`

/** A directory with the config and manifest that a developer of a host writes by hand, outside this repository. */
export function makeHost(tarball: string): string {
  const dir = mkdtempSync(join(tmpdir(), "marketplace-host-"))
  process.once("exit", () => rmSync(dir, { recursive: true, force: true }))
  const { devDependencies } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8")
  )
  const medusa = ["cli", "framework", "medusa"].map(
    (name) => `@medusajs/${name}`
  )
  const manifest = {
    name: "host",
    private: true,
    dependencies: {
      ...Object.fromEntries(
        medusa.map((name) => [name, devDependencies[name]])
      ),
      "medusa-plugin-marketplace": `file:${tarball}`,
      // A fresh install hoists the ajv that Medusa's migrator needs; from a lent tree npm leaves it nested.
      ajv: devDependencies.ajv,
    },
  }
  writeFileSync(join(dir, "package.json"), JSON.stringify(manifest, null, 2))
  configureHost(dir, { paymentSplit: true })
  return dir
}

/** Writes medusa-config.js with or without the provider entry that the plugin needs. */
export function configureHost(
  dir: string,
  wanted: { paymentSplit: boolean }
): void {
  writeFileSync(
    join(dir, "medusa-config.js"),
    config(wanted.paymentSplit ? paymentSplit : "")
  )
}

/**
 * Gives npm this repository's installed packages to start from, so that it
 * needs no network: it then adds the tarball and removes whatever the host's
 * manifest does not ask for, our devDependencies first of all.
 */
export function lendPackages(dir: string): void {
  linkTree(join(root, "node_modules"), join(dir, "node_modules"))
}

/** npm and Medusa replace files instead of writing into them, but for npm's own record. */
const writtenInPlace = [".package-lock.json"]

function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) {
      linkTree(source, target)
    } else if (entry.isSymbolicLink()) {
      symlinkSync(readlinkSync(source), target)
    } else if (writtenInPlace.includes(entry.name)) {
      copyFileSync(source, target)
    } else {
      linkOrCopy(source, target)
    }
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    // Another file system, or one without hard links.
    copyFileSync(source, target)
  }
}
