import type { EventEmitter } from "node:events"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { PAYOUT_MODULE } from "../src/modules/payout"
import type { PayoutModuleService } from "../src/modules/payout/service"
import {
  findUnevenLines,
  findUnposted,
} from "../src/workflows/payout/check-settlement"
import { runSweepersWorkflow } from "../src/workflows/sweeper/run-sweepers"

/** Posts what is still to be posted, as the sweeper does. @returns how many it found. */
export async function postByHand(container: MedusaContainer): Promise<number> {
  const { result } = await runSweepersWorkflow(container).run({
    input: { names: ["changed-order-lines", "order-money-postings"] },
  })
  expect(result.map(({ ran, failed }) => [ran, failed])).toEqual([
    [true, 0],
    [true, 0],
  ])
  return result.reduce((sum, { found }) => sum + found, 0)
}

/** Everything that Medusa has booked is in the books, and every invariant holds. */
export async function expectSoundBooks(
  container: MedusaContainer
): Promise<void> {
  await postByHand(container)
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  expect({
    broken: await payout.checkInvariants(),
    unposted: await findUnposted(container, 0),
    uneven: await findUnevenLines(container),
  }).toEqual({ broken: [], unposted: [], uneven: [] })
}

/** Nobody hears of anything while the action runs, as if every event were lost. */
export async function withoutSubscribers<T>(
  container: MedusaContainer,
  action: () => Promise<T>
): Promise<T> {
  const bus = container.resolve<{ eventEmitter_: EventEmitter }>(
    Modules.EVENT_BUS
  )
  const emitter = bus.eventEmitter_
  const kept = emitter
    .eventNames()
    .map((name) => [name, emitter.listeners(name)] as const)
  emitter.removeAllListeners()
  try {
    return await action()
  } finally {
    for (const [name, listeners] of kept) {
      for (const listener of listeners) {
        // What an emitter answers is what it was given.
        emitter.on(name, listener as () => void)
      }
    }
  }
}
