import type { TariffRecord } from "./types"

/** A tariff that went through JSON, with its times as dates again. */
export function reviveTariff({ version, rules }: TariffRecord): TariffRecord {
  return {
    version,
    rules: rules.map((rule) => ({
      ...rule,
      effective_from: rule.effective_from && new Date(rule.effective_from),
      effective_to: rule.effective_to && new Date(rule.effective_to),
    })),
  }
}
