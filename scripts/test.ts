import { PlainProblem, startServices, type ServiceUrls } from "./services"
import { EventsSeen } from "./test/events-seen"
import { runHost } from "./test/host"
import { runJest, type JestRun } from "./test/jest"
import { add, nothing, seconds, type Count } from "./test/report"
import { runStatic } from "./test/static"

/** Where the services are: as connection strings, and as the environment of specs and their servers. */
type Surroundings = { urls: ServiceUrls; env: NodeJS.ProcessEnv }

type Stage = {
  /** Minutes on two cores. */
  budget: number
  needsServices: boolean
  /** `only` narrows the stage: names of checks, or paths and flags of jest. */
  run: (only: string[], surroundings: Surroundings) => Promise<Count>
}

const jestStage = (
  project: JestRun["project"],
  { budget, workers }: { budget: number; workers: number }
): Stage => ({
  budget,
  needsServices: project !== "unit",
  run: (only, { env }) => runJest({ project, workers, only, env }),
})

/** A whole run also looks for events that no spec emitted; a narrowed one cannot know. */
async function runIntegration(
  only: string[],
  { env }: Surroundings
): Promise<Count> {
  const seen = new EventsSeen()
  try {
    const specs = await runJest({
      ...{ project: "integration", workers: 2, only },
      env: { ...env, EVENTS_SEEN: seen.file },
    })
    return only.length ? specs : add(specs, seen.count())
  } finally {
    seen.remove()
  }
}

const stages: Record<string, Stage> = {
  static: { budget: 4, needsServices: false, run: runStatic },
  unit: jestStage("unit", { budget: 2, workers: 2 }),
  integration: { budget: 16, needsServices: true, run: runIntegration },
  // Each spec starts servers of its own and kills them: one at a time.
  processes: jestStage("processes", { budget: 8, workers: 1 }),
  host: {
    budget: 5,
    needsServices: true,
    run: (_only, { urls }) => runHost(urls.postgres ?? ""),
  },
}

/** What takes too long for every run: only when it is named. */
const onDemand: Record<string, Stage> = {
  prove: jestStage("prove", { budget: 60, workers: 1 }),
}

/** The names under which Medusa and the specs look for the services. */
function environment(urls: ServiceUrls): NodeJS.ProcessEnv {
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

function chooseStages(wanted?: string): [string, Stage][] {
  const names = wanted ? [wanted] : Object.keys(stages)
  return names.map((name) => {
    const stage = stages[name] ?? onDemand[name]
    if (!stage) {
      throw new PlainProblem(
        `There is no stage "${name}": npm test -- ${Object.keys({ ...stages, ...onDemand }).join(" | ")}`
      )
    }
    return [name, stage]
  })
}

/** `npm test`: every stage. `npm test -- static [check…]`, `npm test -- integration [path] [-t name]`: one of them. */
async function main([wanted, ...only]: string[]): Promise<Count> {
  const chosen = chooseStages(wanted)
  const services = chosen.some(([, stage]) => stage.needsServices)
    ? await startServices({ postgres: {}, redis: true, memcached: true })
    : undefined
  const surroundings = services
    ? { urls: services.urls, env: environment(services.urls) }
    : { urls: {}, env: process.env }
  let total = nothing
  const summary: string[] = []
  try {
    for (const [name, stage] of chosen) {
      console.log(`\n▶ ${name} (budget ${stage.budget} min)`)
      const start = Date.now()
      const count = await stage.run(only, surroundings)
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

// Ended from outside, by a signal: whatever runs is ended with it.
process.on("SIGTERM", () => process.exit(143))
process.on("SIGINT", () => process.exit(130))

void main(process.argv.slice(2))
  .catch((error: Error): Count => {
    console.error(error instanceof PlainProblem ? error.message : error)
    return { passed: 0, failed: 1 }
  })
  .then(({ passed, failed }) => {
    console.log(`\n${passed} passed, ${failed} failed`)
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0
  })
