import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"
import { loadPayoutModule } from "../payout-module"
import { railOptions } from "../payout-rail"
import type { PayoutModuleService } from "../../src/modules/payout/service"
import { RailPayoutProvider } from "../payout-rail/provider/service"
import { postOrder } from "./post-order"
import { crashSettings } from "./settings"

/** The module's own protocol, in a process that may be killed at any moment. */
async function protocol(clientUrl: string, url: string): Promise<never> {
  const { callTimeoutSeconds, retrySeconds, keyWindowSeconds } = crashSettings
  const { service } = await loadPayoutModule(clientUrl, {
    ...railOptions({ url, keyWindowSeconds }),
    payoutCallTimeoutSeconds: callTimeoutSeconds,
    payoutRetrySeconds: retrySeconds,
  })
  process.send?.("ready")
  for (;;) {
    if (!(await service.sendPayouts()).length) {
      await sleep(20)
    }
  }
}

const naiveClaimSql = `
  update naive_payout n
  set lease_until = now() + make_interval(secs => $1)
  from (select id, amount from naive_payout
    where not paid and (lease_until is null or lease_until <= now())
    order by lease_until nulls first, id for update skip locked limit 1) due
  where n.id = due.id returning n.id, n.amount`

/**
 * What one would write without thinking of crashes: lease a row, call with the
 * right idempotency key, write that it is paid. Never asks the provider.
 */
async function naive(clientUrl: string, url: string): Promise<never> {
  const db = new Client({ connectionString: clientUrl })
  await db.connect()
  const provider = new RailPayoutProvider({}, { url })
  process.send?.("ready")
  for (;;) {
    const lease = 3 * crashSettings.callTimeoutSeconds
    const { rows } = await db.query(naiveClaimSql, [lease])
    for (const { id, amount } of rows) {
      const timeout = crashSettings.callTimeoutSeconds * 1000
      const sent = await provider
        .send(
          {
            ...{ payout_id: id, idempotency_key: id, amount: BigInt(amount) },
            ...{ seller_id: "sel", provider_account_id: null },
            ...{ currency_code: "eur", scale: 2, account_data: {} },
          },
          AbortSignal.timeout(timeout)
        )
        .catch(() => undefined)
      if (sent) {
        await db.query("update naive_payout set paid = true where id = $1", [
          id,
        ])
      }
    }
    if (!rows.length) {
      await sleep(20)
    }
  }
}

/** Reserves what is due, or does all that happens to one order's money, and waits to be killed. */
async function once(
  clientUrl: string,
  url: string,
  job: (service: PayoutModuleService) => Promise<unknown>
): Promise<void> {
  const { service } = await loadPayoutModule(clientUrl, railOptions({ url }))
  process.send?.("ready")
  await job(service)
}

const [mode, clientUrl, url, number = "0"] = process.argv.slice(2)

const modes: Record<string, (clientUrl: string, url: string) => Promise<void>> =
  {
    naive,
    protocol,
    reserve: (database, rail) =>
      once(database, rail, (service) => service.reserveDuePayouts()),
    post: (database, rail) =>
      once(database, rail, (service) => postOrder(service, Number(number))),
  }

if (mode && clientUrl && url) {
  modes[mode]?.(clientUrl, url).catch((error) => {
    console.error(error)
    process.exit(1)
  })
}
