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
import {
  changeRule,
  completeCarts,
  decideAll,
  editStock,
  payDue,
  setScene,
  type StockEdits,
} from "./lock-subjects"

export type Order =
  | { do: "acquire"; keys: string[]; timeout: number; ttl: number }
  | { do: "release" }
  /** Adds one `times` times, reading and writing in two statements under a lock. */
  | { do: "count"; key: string; times: number }
  | { do: "sweep" }
  /** The rest works on what the marketplace locks, and answers JSON. */
  | { do: "set-scene" }
  | { do: "complete"; carts: string[]; tries: number }
  | ({ do: "edit-stock" } & StockEdits)
  | { do: "decide"; requests: string[]; to: "accepted" | "rejected" }
  | { do: "change-rule"; rule: string; names: string[] }
  | { do: "pay" }

export type Answer = { answer: "done" | "conflict" | "error"; text?: string }

/**
 * Runs under `medusa exec`: locks with the provider it is given as argument, on
 * orders from its input. The provider `none` grants every lock to everybody.
 */
export default async function holdLocks({ container, args }: ExecArgs) {
  const scope = withProvider(container, args[0] ?? "")
  let held: HeldLocks = { owner_id: "", keys: [] }
  const answer = (line: Answer) => console.log(`@${JSON.stringify(line)}`)
  answer({ answer: "done", text: "ready" })
  for await (const line of createInterface({ input: process.stdin })) {
    const order: Order = JSON.parse(line)
    try {
      let text: string | undefined
      if (order.do === "acquire") {
        held = await acquireLocks(scope, order)
      } else if (order.do === "release") {
        await releaseLocks(scope, held)
      } else if (order.do === "count") {
        await count(scope, order)
      } else if (order.do === "sweep") {
        await runSweepersWorkflow(container).run({
          input: { names: ["expired-locks"] },
        })
      } else {
        text = JSON.stringify(await work(scope, order))
      }
      answer({ answer: "done", text })
    } catch (error) {
      const { type } = error as { type?: string }
      answer({
        answer: type === MedusaError.Types.CONFLICT ? "conflict" : "error",
        text: String(error),
      })
    }
  }
}

type Work = Exclude<
  Order,
  { do: "acquire" } | { do: "release" } | { do: "count" } | { do: "sweep" }
>

function work(container: MedusaContainer, order: Work): Promise<unknown> {
  switch (order.do) {
    case "set-scene":
      return setScene(container)
    case "complete":
      return completeCarts(container, order)
    case "edit-stock":
      return editStock(container, order)
    case "decide":
      return decideAll(container, order)
    case "change-rule":
      return changeRule(container, order)
    case "pay":
      return payDue(container)
  }
}

/** The app has both providers; each holder uses one, Medusa's own workflows too. */
function withProvider(
  container: MedusaContainer,
  provider: string
): MedusaContainer {
  const locking = container.resolve(Modules.LOCKING)
  const scope = container.createScope() as MedusaContainer
  type Options = Record<string, unknown>
  const given = {
    acquire: (key: string, options: Options) =>
      locking.acquire(key, { ...options, provider }),
    release: (key: string, options: Options) =>
      locking.release(key, { ...options, provider }),
    execute: (key: string, job: () => Promise<unknown>, options: Options) =>
      locking.execute(key, job, { ...options, provider }),
  }
  const none = {
    acquire: async () => undefined,
    release: async () => true,
    execute: (_: string, job: () => Promise<unknown>) => job(),
  }
  scope.register(Modules.LOCKING, {
    resolve: () => (provider === "none" ? none : given),
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
