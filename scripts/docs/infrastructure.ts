import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../test/command"
import { providerRows, type Proof } from "./infrastructure-rows"

/**
 * What is proven on which provider.
 *
 * @throws Error naming a spec that is gone, or that does not speak of its provider any more.
 */
export function infrastructurePage(): string {
  const rows = providerRows.map(
    ({ module, provider, resolve, purpose, proofs, figure }) =>
      [
        module,
        provider,
        `\`${resolve}\``,
        purpose,
        proofs.length ? proofs.map(linkTo).join(", ") : "**not proven yet**",
        figure,
      ].join(" | ")
  )
  const proven = providerRows.filter(({ proofs }) => proofs.length).length
  return `# Infrastructure

Generated from \`scripts/docs/infrastructure-rows.ts\` by \`npm run docs\`. A row names the spec that fails when it is only a claim;
the page cannot be made when that spec is gone or does not speak of the provider. Specs use the real thing: PostgreSQL, Redis,
memcached, an S3-protocol server, and for services over HTTP a server that checks what the official client sends.
\`npm test\` runs them all, except what lies in \`prove\` (\`npm run prove\`); \`npm run demo -- --production-like\` runs the whole story.

${proven} of ${providerRows.length} providers are proven.

| Module | Provider | \`resolve\` | What the marketplace does on it | Proof | Figure |
| - | - | - | - | - | - |
${rows.map((row) => `| ${row} |`).join("\n")}
`
}

function linkTo({ spec, mentions }: Proof): string {
  const path = join(root, spec)
  if (!existsSync(path)) {
    throw new Error(`scripts/docs/infrastructure-rows.ts: ${spec} is gone`)
  }
  if (!readFileSync(path, "utf8").includes(mentions)) {
    throw new Error(
      `scripts/docs/infrastructure-rows.ts: ${spec} does not mention "${mentions}"`
    )
  }
  const name = spec.split("/").pop()?.replace(/\.ts$/, "")
  return `[${name}](../${spec})`
}
