import { appendFileSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import * as medusa from "@medusajs/framework/utils"

export type Emitted = { name: string; data: unknown }

/** Every event that is handed to the bus, heard or not, from now on. */
export function recordEvents(container: MedusaContainer): Emitted[] {
  const emitted: Emitted[] = []
  const bus = container.resolve(medusa.Modules.EVENT_BUS)
  bus.addInterceptor?.(async ({ name, data }) => {
    emitted.push({ name, data })
  })
  return emitted
}

/** What the reference does not say: events of ours without an entry, and payloads of another shape. */
export function undocumented(emitted: Emitted[]): string[] {
  const reference = readReference()
  const faults = emitted.flatMap(({ name, data }) => {
    const fields = reference.get(name)
    if (!fields) {
      return isMedusas(name) ? [] : [`${name} is not in docs/events.md`]
    }
    const sent = Object.keys(data ?? {})
    const wrong = [
      ...sent.filter((key) => !fields.all.includes(key)),
      ...fields.required.filter((key) => !sent.includes(key)),
    ]
    return wrong.length ? [`${name} differs in ${wrong.join(", ")}`] : []
  })
  return [...new Set(faults)]
}

/** Keeps the names of our events for the end of a whole run, which looks for one that nothing emitted. */
export function keepNames(emitted: Emitted[]): void {
  const { EVENTS_SEEN } = process.env
  const names = new Set(emitted.map(({ name }) => name))
  const ours = [...names].filter((name) => readReference().has(name))
  if (EVENTS_SEEN && ours.length) {
    // One short write: whole lines, whoever else writes.
    appendFileSync(EVENTS_SEEN, `${ours.join("\n")}\n`)
  }
}

type Fields = { all: string[]; required: string[] }

let known: Map<string, Fields> | undefined

function readReference(): Map<string, Fields> {
  if (!known) {
    const text = readFileSync(join(__dirname, "../docs/events.md"), "utf8")
    const entries = text.matchAll(
      /^## `([^`]+)`$[\s\S]*?^Payload: `\{([^`]*)\}`/gm
    )
    known = new Map(
      [...entries].map(([, name = "", payload = ""]) => {
        const all = [...payload.matchAll(/(?:^|;)\s*(\w+)(\??):/g)]
        return [
          name,
          {
            all: all.map((field) => field[1] ?? ""),
            required: all
              .filter((field) => !field[2])
              .map((field) => field[1] ?? ""),
          },
        ]
      })
    )
  }
  return known
}

/** What Medusa says of each row that a module writes and each link: `cart.line-item.created`, `LinkOrderCart.attached`. */
export const rowEvent =
  /^(Link\w+|[\w-]+\.[\w-]+)\.(created|updated|deleted|restored|attached|detached)$/

let medusas: Set<string> | undefined

/** Medusa documents its own. */
function isMedusas(name: string): boolean {
  medusas ??= new Set(
    Object.entries(medusa)
      .filter(([key]) => key.endsWith("Events"))
      .flatMap(([, names]) => Object.values(names as Record<string, unknown>))
      .flatMap((value) => (typeof value === "string" ? [value] : []))
  )
  return medusas.has(name) || rowEvent.test(name)
}
