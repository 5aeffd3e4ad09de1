import { benchCache } from "./bench/cache"
import { benchCheckout } from "./bench/checkout"
import { benchMoney } from "./bench/money"
import { benchReports } from "./bench/reports"
import { benchTariff } from "./bench/tariff"
import { benchVendorLists } from "./bench/vendor-lists"
import { PlainProblem } from "./services"

const benches = {
  cache: benchCache,
  checkout: benchCheckout,
  money: benchMoney,
  reports: benchReports,
  tariff: benchTariff,
  "vendor-lists": benchVendorLists,
}

const isBench = (name: string): name is keyof typeof benches => name in benches

/** `npm run bench -- cache | checkout | money | reports | tariff | vendor-lists [rounds]` */
async function main(): Promise<void> {
  const [name = "", rounds = "20"] = process.argv.slice(2)
  if (!isBench(name)) {
    throw new PlainProblem(
      `Which bench? npm run bench -- ${Object.keys(benches).join(" | ")} [rounds]`
    )
  }
  console.log(`bench ${name}, ${rounds} rounds`)
  await benches[name]({ rounds: Number(rounds) })
}

main().catch((error: Error) => {
  console.error(error instanceof PlainProblem ? error.message : error)
  process.exitCode = 1
})
