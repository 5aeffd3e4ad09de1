import { createInterface } from "node:readline"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import type { HeldLocks } from "../../src/workflows/locking/hold-locks"
import {
  acquireLocks,
  releaseLocks,
  withLocks,
} from "../../src/workflows/locking/hold-locks"
import { runSweepersWorkflow } from "../../src/workflows/sweeper/run-sweepers"

export type Order =
  | { do: "acquire"; keys: string[]; timeout: number; ttl: number }
  | { do: "release" }
  /** Adds one `times` times, reading and writing in two statements under a lock. */
  | { do: "count"; key: string; times: number }
  | { do: "sweep" }

export type Answer = { answer: "done" | "conflict" | "error"; text?: string }

/** Runs under `medusa exec`: locks with the provider it is given as argument, on orders from its input. */
export default async function holdLocks({ container, args }: ExecArgs) {
  const scope = withProvider(container, args[0] ?? "")
  let held: HeldLocks = { owner_id: "", keys: [] }
  const answer = (line: Answer) => console.log(`@${JSON.stringify(line)}`)
  answer({ answer: "done", text: "ready" })
  for await (const line of createInterface({ input: process.stdin })) {
    const order: Order = JSON.parse(line)
    try {
      if (order.do === "acquire") {
        held = await acquireLocks(scope, order)
      } else if (order.do === "release") {
        await releaseLocks(scope, held)
      } else if (order.do === "count") {
        await count(scope, order)
      } else {
        await runSweepersWorkflow(container).run({
          input: { names: ["expired-locks"] },
        })
      }
      answer({ answer: "done" })
    } catch (error) {
      const { type } = error as { type?: string }
      answer({
        answer: type === MedusaError.Types.CONFLICT ? "conflict" : "error",
        text: String(error),
      })
    }
  }
}

/** The app has both providers; each holder uses one. */
function withProvider(
  container: MedusaContainer,
  provider: string
): MedusaContainer {
  const locking = container.resolve(Modules.LOCKING)
  const scope = container.createScope() as MedusaContainer
  scope.register(Modules.LOCKING, {
    resolve: () => ({
      acquire: (key: string, options: Record<string, unknown>) =>
        locking.acquire(key, { ...options, provider }),
      release: (key: string, options: Record<string, unknown>) =>
        locking.release(key, { ...options, provider }),
    }),
  })
  return scope
}

async function count(
  container: MedusaContainer,
  { key, times }: { key: string; times: number }
): Promise<void> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  for (let n = 0; n < times; n++) {
    await withLocks(container, { keys: [key, `${key}-2`] }, async () => {
      const { value } = await db("counter").first()
      await db("counter").update({ value: Number(value) + 1 })
    })
  }
}
