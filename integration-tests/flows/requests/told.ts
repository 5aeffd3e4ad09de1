import type { App } from "../../app"
import { rows } from "../../rows"

/** Who was told of each event about these things, once nothing more comes: `event: template by channel`, sorted. */
export async function toldOf(app: App, about: string[]): Promise<string[]> {
  for (let before = -1; ;) {
    await new Promise((resolve) => setTimeout(resolve, 400))
    const found = await rows(
      app,
      `select distinct event || ': ' || template || ' by ' || channel as line
       from notice where resource_id = any($1)`,
      [about]
    )
    if (found.length === before) {
      return found.map(({ line }) => String(line)).sort()
    }
    before = found.length
  }
}
