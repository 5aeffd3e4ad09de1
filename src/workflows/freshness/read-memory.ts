import { deserialize, serialize } from "node:v8"
import type { ICachingModuleService, Logger } from "@medusajs/framework/types"

/** All that is remembered: `caching.clear({ tags: ["marketplace:reads"] })` forgets it. */
const tags = ["marketplace:reads"]

/** Changed rows have another version, and so another key; what has the old one is only in the way. */
const ttlSeconds = 15 * 60

const callMs = 250
const pauseMs = 1000

/**
 * Medusa's Caching module as a memory that may fail: a call takes 250 ms at
 * most, after one that failed nobody calls for a second, and whatever goes wrong
 * is a miss. Values come back as copies, dates as dates.
 */
export class ReadMemory {
  private awayUntil = 0

  constructor(
    private readonly caching: ICachingModuleService,
    private readonly logger: Pick<Logger, "warn">
  ) {}

  /** The value in a box, or null. */
  async get(key: string): Promise<{ value: unknown } | null> {
    return await this.bounded(async () => {
      const found: unknown = await this.caching.get({ key })
      return isPacked(found)
        ? { value: deserialize(Buffer.from(found.packed, "base64")) }
        : null
    })
  }

  /** Packs the value at once, as callers change what they read; nobody waits for the rest. */
  put(key: string, value: unknown): void {
    if (Date.now() < this.awayUntil) {
      return
    }
    try {
      const data = { packed: serialize(value).toString("base64") }
      // A memory that is full, or gone: the next read will see.
      this.caching
        .set({ key, data, tags, ttl: ttlSeconds })
        .catch(() => undefined)
    } catch (error) {
      this.logger.warn(`[freshness] ${key} cannot be kept: ${String(error)}`)
    }
  }

  private async bounded<T>(call: () => Promise<T>): Promise<T | null> {
    if (Date.now() < this.awayUntil) {
      return null
    }
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no answer in ${callMs} ms`)),
        callMs
      )
    })
    try {
      return await Promise.race([call(), late])
    } catch (error) {
      this.awayUntil = Date.now() + pauseMs
      this.logger.warn(`[freshness] reads go on without: ${String(error)}`)
      return null
    } finally {
      clearTimeout(timer)
    }
  }
}

function isPacked(value: unknown): value is { packed: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "packed" in value &&
    typeof value.packed === "string"
  )
}
