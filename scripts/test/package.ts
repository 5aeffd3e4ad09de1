import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root, runOrThrow } from "./command"

export type Packed = { tarball: string; files: string[] }

let packing: Promise<Packed> | undefined

/** Builds the plugin and packs it as `npm publish` would, once per run. */
export function pack(): Promise<Packed> {
  return (packing ??= buildAndPack())
}

/** What `pack` made; whoever asks after a failed build is told only that. */
export async function packed(): Promise<Packed> {
  return pack().catch(() => {
    throw new Error("There is no package: the build failed")
  })
}

async function buildAndPack(): Promise<Packed> {
  await runOrThrow(["npm", "run", "build", "--silent"])
  const place = mkdtempSync(join(tmpdir(), "marketplace-pack-"))
  process.once("exit", () => rmSync(place, { recursive: true, force: true }))
  const answer = await runOrThrow([
    "npm",
    ...["pack", "--json", "--ignore-scripts", "--loglevel=error"],
    ...["--pack-destination", place],
  ])
  const [packed] = JSON.parse(answer)
  return {
    tarball: join(place, packed.filename),
    files: packed.files.map((file: { path: string }) => file.path),
  }
}

/** What is in the package although no host needs it, and what is missing. */
export function misplacedFiles({ files }: Packed): string[] {
  const wanted = ["package.json", "README.md", "LICENSE", "CHANGELOG.md"]
  const extra = files.filter(
    (file) =>
      !wanted.includes(file) &&
      !/^\.medusa\/server\/src\/(?!.*(__tests__|\.spec\.)).*(\.js|\.d\.ts|\.json)$/.test(
        file
      )
  )
  return [
    ...extra.map((file) => `${file} is packed, but no host needs it`),
    ...wanted
      .filter((file) => !files.includes(file))
      .map((file) => `${file} is missing in the package`),
  ]
}

/** Every path a host may import: the manifest's `exports` with `*` filled in from the packed files. */
export function exportedPaths({ files }: Packed): string[] {
  const { exports } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8")
  )
  return Object.entries<string | { default: string }>(exports).flatMap(
    ([path, target]) => {
      const file = typeof target === "string" ? target : target.default
      if (!path.includes("*")) {
        return [path]
      }
      const [before = "", after = ""] = file.slice(2).split("*")
      return files
        .filter((name) => name.startsWith(before) && name.endsWith(after))
        .map((name) => name.slice(before.length, name.length - after.length))
        .filter((star) => star && !star.includes("/"))
        .map((star) => path.replace("*", star))
    }
  )
}
