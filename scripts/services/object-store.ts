import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import S3rver from "s3rver"
import type { Running } from "./keeper"
import { freePort } from "./process"

/** What the server is asked for by; it takes any signature made with these. */
export const objectStore = {
  bucket: "marketplace",
  accessKeyId: "S3RVER",
  secretAccessKey: "S3RVER",
}

/** An S3-protocol server in this process with one empty bucket, gone when it stops. */
export async function startObjectStore(): Promise<Running> {
  const directory = mkdtempSync(join(tmpdir(), "object-store-"))
  const port = await freePort()
  const server = new S3rver({
    ...{ directory, port, address: "127.0.0.1" },
    ...{ silent: true, vhostBuckets: false },
    configureBuckets: [{ name: objectStore.bucket, configs: [] }],
  })
  await server.run()
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
