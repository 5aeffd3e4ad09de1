import { createServer, type IncomingMessage, type Server } from "node:http"
import type { AddressInfo } from "node:net"

type Call = { path: string; headers: IncomingMessage["headers"]; body: unknown }
type Answer = { status: number; body: string }

/** A vendor on this machine: keeps what it got, and refuses what the contract does not know. */
export class Vendor {
  readonly calls: Call[] = []
  answer: (call: Call) => Answer = () => ({ status: 200, body: "" })
  private server: Server | undefined

  async start(): Promise<string> {
    const server = createServer((req, res) => {
      void read(req).then((text) => {
        const call = {
          path: `${req.method} ${req.url}`,
          headers: req.headers,
          body: JSON.parse(text),
        }
        this.calls.push(call)
        const { status, body } = this.answer(call)
        res.writeHead(status, { "content-type": "application/json" }).end(body)
      })
    })
    this.server = server
    await new Promise<void>((resolve) =>
      server.listen(0, "127.0.0.1", () => resolve())
    )
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  stop(): void {
    this.server?.close()
  }
}

async function read(req: IncomingMessage): Promise<string> {
  let text = ""
  for await (const part of req) {
    text += String(part)
  }
  return text
}
