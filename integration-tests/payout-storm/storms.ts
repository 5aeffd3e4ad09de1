import { createPayoutDatabase, migratePayoutModule } from "../payout-module"
import { StormCluster } from "../payout-cluster/cluster"
import {
  openAccounts,
  reckon,
  StormCrew,
  stormRail,
  terminateBackends,
  type StormFigures,
} from "./harness"
import { setTimeout as sleep } from "node:timers/promises"

/** Workers post and pay while a backend is terminated every 25 ms. */
export async function stormOfTerminations(plan: {
  seconds: number
  workers: number
  seed: number
}): Promise<StormFigures> {
  const started = Date.now()
  const rail = await stormRail(plan.seed)
  const database = await createPayoutDatabase()
  const crew = new StormCrew(rail.url)
  try {
    await openAccounts(database.clientUrl, rail)
    await crew.hire(database.clientUrl, plan.workers)
    const { seconds } = plan
    const blows = await terminateBackends(database.clientUrl, {
      ...{ everyMs: 25, seconds },
    })
    await crew.dismiss()
    const figures = await reckon(database.clientUrl, { crew, rail })
    return { ...figures, blows, seconds: secondsSince(started) }
  } finally {
    await crew.dismiss()
    await rail.stop()
    await database.drop()
  }
}

/** Workers post and pay on a server of their own that is stopped at once, again and again. */
export async function stormOfStops(plan: {
  stops: number
  secondsBetween: number
  workers: number
  seed: number
}): Promise<StormFigures> {
  const started = Date.now()
  const rail = await stormRail(plan.seed)
  const crew = new StormCrew(rail.url)
  const cluster = await new StormCluster().start()
  try {
    await migratePayoutModule(cluster.url)
    await openAccounts(cluster.url, rail)
    for (let stop = 0; stop < plan.stops; stop += 1) {
      await crew.hire(cluster.url, plan.workers)
      await sleep(plan.secondsBetween * 1000)
      await cluster.stopImmediately()
      await crew.dismiss()
      await cluster.start()
    }
    const figures = await reckon(cluster.url, { crew, rail })
    return { ...figures, blows: plan.stops, seconds: secondsSince(started) }
  } finally {
    await crew.dismiss()
    await rail.stop()
    await cluster.remove()
  }
}

const secondsSince = (started: number) =>
  Math.round((Date.now() - started) / 1000)
