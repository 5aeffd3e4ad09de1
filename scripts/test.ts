import { PlainProblem, startServices, type Services } from "./services"
import { runJest } from "./test/jest"
import { add, nothing, seconds, type Count } from "./test/report"
import { runStatic } from "./test/static"

type Stage = {
  /** Minutes on two cores. */
  budget: number
  needsServices: boolean
  run: (only: string[], env: NodeJS.ProcessEnv) => Promise<Count>
}

const stages: Record<string, Stage> = {
  static: { budget: 4, needsServices: false, run: runStatic },
  unit: {
    budget: 2,
    needsServices: false,
    run: (only, env) => runJest({ project: "unit", workers: 2, only, env }),
  },
  integration: {
    budget: 16,
    needsServices: true,
    run: (only, env) =>
      runJest({ project: "integration", workers: 2, only, env }),
  },
}

/** Environment of specs and their servers: where the services are, under the names Medusa and the specs read. */
function environment({ urls }: Services): NodeJS.ProcessEnv {
  const database = new URL(urls.postgres ?? "")
  const { DATABASE_URL, ...inherited } = process.env
  return {
    ...inherited,
    DB_HOST: database.hostname,
    DB_PORT: database.port || "5432",
    DB_USERNAME: decodeURIComponent(database.username),
    DB_PASSWORD: decodeURIComponent(database.password),
    REDIS_URL: urls.redis,
    MEMCACHED_URL: urls.memcached,
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
}

/** `npm test`: every stage. `npm test -- static [check…]`, `npm test -- integration [path] [-t name]`: one of them. */
async function main([wanted, ...only]: string[]): Promise<Count> {
  const names = wanted ? [wanted] : Object.keys(stages)
  const chosen = names.map((name): [string, Stage] => {
    const stage = stages[name]
    if (!stage) {
      throw new PlainProblem(
        `There is no stage "${name}": npm test -- ${Object.keys(stages).join(" | ")}`
      )
    }
    return [name, stage]
  })
  const services = chosen.some(([, stage]) => stage.needsServices)
    ? await startServices({ postgres: {}, redis: true, memcached: true })
    : undefined
  const env = services ? environment(services) : process.env
  let total = nothing
  const summary: string[] = []
  try {
    for (const [name, stage] of chosen) {
      console.log(`\n▶ ${name} (budget ${stage.budget} min)`)
      const start = Date.now()
      const count = await stage.run(only, env)
      const line = `${name}: ${count.passed} passed, ${count.failed} failed in ${seconds(Date.now() - start)}`
      console.log(`■ ${line}`)
      summary.push(`  ${line}`)
      total = add(total, count)
    }
  } finally {
    await services?.stop()
  }
  console.log(["", ...summary].join("\n"))
  return total
}

void main(process.argv.slice(2))
  .catch((error: Error): Count => {
    console.error(error instanceof PlainProblem ? error.message : error)
    return { passed: 0, failed: 1 }
  })
  .then(({ passed, failed }) => {
    console.log(`\n${passed} passed, ${failed} failed`)
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0
  })
