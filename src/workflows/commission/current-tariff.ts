import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { COMMISSION_MODULE } from "../../modules/commission"
import { reviveDates } from "../../modules/commission/revive-dates"
import type { CommissionModuleService } from "../../modules/commission/service"
import type { TariffRecord } from "../../modules/commission/types"
import { compileTariff, type Tariff } from "./tariff"

const compiled = new WeakMap<CommissionModuleService, Tariff>()

/** Long enough to serve every process that starts while a tariff is current. */
const CACHE_TTL_SECONDS = 24 * 60 * 60

/**
 * The tariff as of now, compiled once per process and version. Each call reads
 * the version by primary key, so a change counts from its commit on, in every
 * process, with any caching module or none.
 */
export async function currentTariff(
  container: MedusaContainer
): Promise<Tariff> {
  const service = container.resolve<CommissionModuleService>(COMMISSION_MODULE)
  const version = await service.tariffVersion()
  const held = compiled.get(service)
  if (held?.version === version) {
    return held
  }
  const tariff = compileTariff(await readTariff(container, version))
  compiled.set(service, tariff)
  if (held) {
    await container
      .resolve(Modules.CACHING, { allowUnregistered: true })
      ?.clear({ key: tariffKey(held.version) })
  }
  return tariff
}

/** A cached tariff carries its version in its key: what is found there never gets old. */
async function readTariff(
  container: MedusaContainer,
  version: number
): Promise<TariffRecord> {
  const service = container.resolve<CommissionModuleService>(COMMISSION_MODULE)
  const caching = container.resolve(Modules.CACHING, {
    allowUnregistered: true,
  })
  if (!caching) {
    return await service.loadTariff()
  }
  const key = tariffKey(version)
  // Written below, under a key of its own.
  const found = (await caching.get({ key })) as TariffRecord | null
  if (found) {
    return { version, rules: found.rules.map(reviveDates) }
  }
  const loaded = await service.loadTariff()
  await caching.set({
    key: tariffKey(loaded.version),
    data: loaded,
    ttl: CACHE_TTL_SECONDS,
  })
  return loaded
}

function tariffKey(version: number): string {
  return `marketplace:commission-tariff:${version}`
}
