import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

export type EventSeen = { name: string; data: unknown }

/** Collects events as subscribers get them; `take` empties the log after a moment of quiet. */
export function eventLog(container: MedusaContainer, names: string[]) {
  const seen: EventSeen[] = []
  for (const name of names) {
    container
      .resolve(Modules.EVENT_BUS)
      .subscribe(name, async ({ data }: { data: unknown }) => {
        seen.push({ name, data })
      })
  }
  return {
    seen,
    take: async (): Promise<EventSeen[]> => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      return seen.splice(0)
    },
  }
}
