import { setTimeout as sleep } from "node:timers/promises"
import type { PayoutModuleService } from "../../src/modules/payout/service"
import { loadPayoutModule } from "../payout-module"
import { railOptions } from "../payout-rail"
import { seededRandom } from "../payout-crash/random"
import { orderOf, sellers } from "./deeds"

/**
 * Does one deed after the other, each until it is acknowledged, and tells its
 * number; between them it pays out. Every deed may be repeated.
 */
async function work(
  clientUrl: string,
  railUrl: string,
  [worker, first]: [number, number]
): Promise<void> {
  const random = seededRandom(worker + first)
  const { service } = await insist(() =>
    loadPayoutModule(clientUrl, {
      ...railOptions({ url: railUrl, keyWindowSeconds: 30 }),
      ...{ payoutCallTimeoutSeconds: 0.5, payoutRetrySeconds: 0.05 },
    })
  )
  process.send?.({ ready: worker })
  for (let n = first; ; n += 1) {
    const order = orderOf(worker, n)
    for (const deed of deedsOf(service, order)) {
      await insist(deed)
    }
    process.send?.({ done: n, worker })
    const seller_id = sellers[Math.floor(random() * sellers.length)]
    // Whatever breaks off here is somebody else's to finish.
    await service.reserveDuePayouts({ seller_id }).catch(() => undefined)
    await service.sendPayouts().catch(() => undefined)
  }
}

/** In order; each waits for the one before. */
function deedsOf(
  service: PayoutModuleService,
  order: ReturnType<typeof orderOf>
): (() => Promise<unknown>)[] {
  const { refund } = order
  return [
    () => service.freezeSettlementLines([order.line]),
    () => service.recordParentCapture(order.capture),
    () => service.recordCapture(order.capture),
    () => service.releaseEarnings(order.release),
    ...(refund ? [() => service.recordRefund(refund)] : []),
  ]
}

async function insist<T>(deed: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await deed()
    } catch {
      await sleep(5)
    }
  }
}

const [clientUrl, railUrl, worker, first] = process.argv.slice(2)
if (clientUrl && railUrl) {
  work(clientUrl, railUrl, [Number(worker), Number(first)]).catch((error) => {
    console.error(error)
    process.exit(1)
  })
}
