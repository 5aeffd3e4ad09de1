import { execFileSync, type ChildProcess } from "node:child_process"
import { accessSync, constants } from "node:fs"
import { delimiter, join } from "node:path"
import { PlainProblem } from "../services"
import type { Running } from "./keeper"
import { end, freePort, spawnUntilReady } from "./process"

type Daemon = Running & { child: ChildProcess }

const places = [
  ...(process.env.PATH ?? "").split(delimiter),
  "/usr/sbin",
  "/usr/local/bin",
  "/opt/homebrew/bin",
]

function find(program: string): string | undefined {
  return places
    .map((place) => join(place, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

/** Finds a program, or installs its package where that needs no question. */
function findOrInstall(
  program: string,
  names: { apt: string; brew: string; url: string }
): string {
  const found = find(program)
  if (found) {
    return found
  }
  const install = (command: string, ...args: string[]) =>
    execFileSync(command, args, {
      stdio: ["ignore", "ignore", "inherit"],
      // RUNLEVEL=1 keeps apt from starting a system service.
      env: {
        ...process.env,
        DEBIAN_FRONTEND: "noninteractive",
        DEBCONF_NOWARNINGS: "yes",
        RUNLEVEL: "1",
      },
    })
  try {
    if (process.getuid?.() === 0 && find("apt-get")) {
      install("apt-get", "update", "-qq")
      install("apt-get", "install", "-y", "-qq", names.apt)
    } else if (find("brew")) {
      install("brew", "install", "--quiet", names.brew)
    }
  } catch {
    // The sentence below says what to do.
  }
  const installed = find(program)
  if (!installed) {
    throw new PlainProblem(
      `${program} is missing: install it (apt-get install ${names.apt}, brew install ${names.brew}), or set ${names.url} to a running one`
    )
  }
  return installed
}

/** An empty Redis on a free port of this machine, in memory only. */
export async function startRedis(): Promise<Daemon> {
  const redis = findOrInstall("redis-server", {
    apt: "redis-server",
    brew: "redis",
    url: "REDIS_URL",
  })
  const port = await freePort()
  const child = await spawnUntilReady(
    [
      redis,
      ...["--port", String(port), "--bind", "127.0.0.1"],
      ...["--save", "", "--appendonly", "no"],
    ],
    /ready to accept connections/i
  )
  return { url: `redis://127.0.0.1:${port}`, stop: () => end(child), child }
}

/** An empty memcached on a free port of this machine. */
export async function startMemcached(): Promise<Daemon> {
  const memcached = findOrInstall("memcached", {
    apt: "memcached",
    brew: "memcached",
    url: "MEMCACHED_URL",
  })
  const port = await freePort()
  const child = await spawnUntilReady(
    [
      memcached,
      ...["-vv", "-l", "127.0.0.1", "-p", String(port)],
      ...(process.getuid?.() === 0 ? ["-u", "nobody"] : []),
    ],
    /server listening/
  )
  return { url: `127.0.0.1:${port}`, stop: () => end(child), child }
}
