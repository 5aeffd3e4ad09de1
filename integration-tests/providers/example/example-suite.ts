import { readFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { payoutContract } from "../payout-contract"
import { AcmeBankProvider } from "./acme-bank"

/** The provider that the manual shows, through the kit that every provider passes. */
export function exampleSuite(): void {
  const transfers = new Map<string, { id: string; state: string }>()
  let server: Server
  let provider: AcmeBankProvider

  beforeAll(async () => {
    server = createServer((req, res) => {
      const chunks: Buffer[] = []
      req.on("data", (chunk: Buffer) => chunks.push(chunk))
      req.on("end", () => {
        const sent = Buffer.concat(chunks).toString()
        const reference: string = sent
          ? JSON.parse(sent).reference
          : req.url?.split("/").pop()
        if (sent && !transfers.has(reference)) {
          const id = `acme_${transfers.size + 1}`
          transfers.set(reference, { id, state: "accepted" })
        }
        const found = transfers.get(reference)
        res.statusCode = found ? 200 : 404
        res.end(JSON.stringify(found ?? {}))
      })
    })
    await new Promise<void>((done) => server.listen(0, done))
    const { port } = server.address() as AddressInfo
    provider = new AcmeBankProvider(
      {},
      {
        ...{ url: `http://127.0.0.1:${port}`, apiKey: "key" },
        webhookSecret: "secret",
      }
    )
  })
  afterAll(() => new Promise((done) => server.close(done)))

  const context = { details: { acme_account: "acme_account_1" } }
  const moved = { details: { acme_account: "acme_account_2" } }
  payoutContract(() => ({ provider, context, moved }))

  it("is what the manual prints, in less than 300 lines", () => {
    const manual = readFileSync(
      join(__dirname, "../../../docs/payout-providers.md"),
      "utf8"
    )
    const code = readFileSync(join(__dirname, "acme-bank.ts"), "utf8").replace(
      "../../../src/payout-provider",
      "medusa-plugin-marketplace/payout-provider"
    )
    expect(manual).toContain(`\`\`\`ts\n${code}\`\`\``)
    expect(code.split("\n").length).toBeLessThan(300)
  })
}
