import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"

export type LockRequest = {
  /** Bare row ids, as Medusa's own workflows lock them; order and repeats do not matter. */
  keys: string[]
  /** Seconds to wait for all keys together. Default 30. */
  timeout?: number
  /** Seconds until a lock that nobody released is free again. Default 120. */
  ttl?: number
}

/** Locks that are held: only who shows this owner can release them. */
export type HeldLocks = { owner_id: string; keys: string[] }

const defaults = { timeout: 30, ttl: 120 }

/**
 * Takes every lock, one by one in sorted order, so that two callers never wait
 * for each other. Each carries an owner of its own and always an expiry: a
 * holder that died blocks its keys for `ttl` seconds at most (with the Postgres
 * provider, until the sweeper `expired-locks` ran). Medusa 2.21's multi-key
 * acquire leaves keys locked when one of them fails.
 *
 * A lock is a lease: it makes conflicts rare. What must never happen twice needs
 * a constraint as well.
 *
 * @throws MedusaError CONFLICT (409) after `timeout` seconds, with nothing held.
 */
export async function acquireLocks(
  container: MedusaContainer,
  request: LockRequest
): Promise<HeldLocks> {
  const { timeout, ttl } = { ...defaults, ...request }
  const held: HeldLocks = { owner_id: `lock_${randomUUID()}`, keys: [] }
  const until = Date.now() + timeout * 1000
  try {
    for (const key of [...new Set(request.keys)].sort()) {
      await acquireOne(container, { key, ttl, until, owner_id: held.owner_id })
      held.keys.push(key)
    }
  } catch (error) {
    await releaseLocks(container, held)
    throw error
  }
  return held
}

/**
 * Gives the locks back, last taken first. Never throws: work that is done must
 * not be undone because a lock service was away; the expiry frees what is left.
 */
export async function releaseLocks(
  container: MedusaContainer,
  held: HeldLocks
): Promise<void> {
  const locking = container.resolve(Modules.LOCKING)
  for (const key of [...held.keys].reverse()) {
    try {
      await locking.release(key, { ownerId: held.owner_id })
    } catch (error) {
      logger(container).warn(
        `The lock on ${key} could not be released and will expire: ${String(error)}`
      )
    }
  }
}

/**
 * Runs `job` while holding the locks, for steps and sweepers.
 *
 * @throws MedusaError CONFLICT (409) when the locks cannot be had in time; `job` did not run then.
 */
export async function withLocks<T>(
  container: MedusaContainer,
  request: LockRequest,
  job: () => Promise<T>
): Promise<T> {
  const held = await acquireLocks(container, request)
  try {
    return await job()
  } finally {
    await releaseLocks(container, held)
  }
}

type Attempt = { key: string; ttl: number; until: number; owner_id: string }

/** Providers report a held key by plain errors of their own: every error is a reason to wait. */
async function acquireOne(
  container: MedusaContainer,
  { key, ttl, until, owner_id }: Attempt
): Promise<void> {
  const locking = container.resolve(Modules.LOCKING)
  for (let pause = 25; ; pause = Math.min(pause * 2, 250)) {
    try {
      return await locking.acquire(key, { ownerId: owner_id, expire: ttl })
    } catch (error) {
      const left = until - Date.now()
      if (left <= 0) {
        logger(container).warn(`No lock on ${key}: ${String(error)}`)
        throw new MedusaError(
          MedusaError.Types.CONFLICT,
          `Somebody else is working on ${key}: try again in a moment`
        )
      }
      // Jitter, so that those who wait do not come in step.
      await sleep(Math.min(left, pause * (0.5 + Math.random() / 2)))
    }
  }
}

function logger(container: MedusaContainer): Logger {
  return container.resolve(ContainerRegistrationKeys.LOGGER)
}
