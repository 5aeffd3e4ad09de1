import { mkdtempSync, rmSync } from "node:fs"
import { createServer, type IncomingHttpHeaders, type Server } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import S3rver from "s3rver"

export const bucket = "marketplace"

type Put = { path: string; headers: IncomingHttpHeaders }

/**
 * An S3 server that keeps what it is sent in a folder of its own. It knows when
 * a signed address has run out; signatures and access lists it takes as they are,
 * so that `puts` is what a spec looks at.
 */
export class ObjectStore {
  readonly puts: Put[] = []
  readonly url: string
  private readonly directory = mkdtempSync(join(tmpdir(), "object-store-"))
  private readonly server: Server

  constructor(private readonly port: number) {
    this.url = `http://127.0.0.1:${port}`
    const s3 = new S3rver({
      directory: this.directory,
      silent: true,
      vhostBuckets: false,
      configureBuckets: [{ name: bucket, configs: [] }],
    })
    const answer = s3.callback()
    this.server = createServer((req, res) => {
      if (req.method === "PUT") {
        this.puts.push({ path: req.url ?? "", headers: req.headers })
      }
      answer(req, res)
    })
    this.ready = s3.configureBuckets()
  }

  private readonly ready: Promise<void>

  async start(): Promise<void> {
    await this.ready
    await new Promise<void>((done) =>
      this.server.listen(this.port, "127.0.0.1", done)
    )
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
    rmSync(this.directory, { recursive: true, force: true })
  }

  /** The file module of an app that stores here. */
  get module() {
    return {
      resolve: "@medusajs/medusa/file",
      options: {
        providers: [
          {
            resolve: "@medusajs/file-s3",
            id: "s3",
            options: {
              bucket,
              file_url: `${this.url}/${bucket}`,
              region: "eu-central-1",
              endpoint: this.url,
              access_key_id: "S3RVER",
              secret_access_key: "S3RVER",
              download_file_duration: 2,
              additional_client_config: { forcePathStyle: true },
            },
          },
        ],
      },
    }
  }
}
