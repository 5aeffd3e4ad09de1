import type { MedusaContainer } from "@medusajs/framework/types"

/**
 * What happens at every tick. `starting` is true once, when the app starts;
 * `period` is the plugin's `sweepPeriodSeconds`.
 */
export type Tick = (
  container: MedusaContainer,
  moment: { starting: boolean; period: number }
) => Promise<void>

let onTick: Tick | undefined

/** The workflows room says here what a tick does: a module may not reach for workflows. */
export function setTick(tick: Tick): void {
  onTick = tick
}

/** Seconds. The start waits this long for the first sweep; the rest goes on beside. */
const startPatience = 2
const stopPatience = 10

/**
 * Ticks while the app runs. Not a Medusa job: those need the workflow engine,
 * and what makes up for a lost Redis must not depend on Redis.
 */
export class Clock {
  private timer: NodeJS.Timeout | undefined
  private readonly running = new Set<Promise<void>>()

  constructor(
    private readonly container: MedusaContainer,
    private readonly period: number
  ) {}

  async start(): Promise<void> {
    // Several ticks a period: a process that comes late, or takes over from a dead one, loses little.
    const pause = Math.min(Math.max(this.period / 5, 0.5), 30)
    this.timer = setInterval(() => void this.tick(false), pause * 1000)
    this.timer.unref()
    await within(startPatience, this.tick(true))
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await within(stopPatience, Promise.all(this.running))
  }

  private async tick(starting: boolean): Promise<void> {
    const work = Promise.resolve(
      onTick?.(this.container, { starting, period: this.period })
    )
    this.running.add(work)
    await work.finally(() => this.running.delete(work))
  }
}

async function within(seconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, seconds * 1000)
  })
  await Promise.race([work, patience])
  clearTimeout(timer)
}
