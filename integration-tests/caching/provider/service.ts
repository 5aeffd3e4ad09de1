import type { ICachingProviderService } from "@medusajs/framework/types"

/** The least that a host's own caching provider has to be. */
export class MapCachingProvider implements ICachingProviderService {
  static identifier = "cache-map"
  private readonly entries = new Map<string, { data: object; tags: string[] }>()

  async get({ key }: { key?: string }) {
    return this.entries.get(key ?? "")?.data ?? null
  }

  async set(entry: { key: string; data: object; tags?: string[] }) {
    const { key, data, tags = [] } = entry
    this.entries.set(key, { data, tags })
  }

  async clear({ key, tags = [] }: { key?: string; tags?: string[] }) {
    for (const [at, entry] of this.entries) {
      if (at === key || entry.tags.some((tag) => tags.includes(tag))) {
        this.entries.delete(at)
      }
    }
  }
}
