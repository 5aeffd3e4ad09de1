/**
 * Works in a few lanes at once: on each of `all`, or without them until there is
 * nothing more to do.
 *
 * @param work - Answers nothing when nothing was there to do.
 */
export async function inLanes<Done>(
  lanes: number,
  all: string[] | undefined,
  work: (one?: string) => Promise<Done | undefined>
): Promise<Done[]> {
  const waiting = all && [...all]
  const done: Done[] = []
  const lane = async () => {
    while (!waiting || waiting.length) {
      const one = await work(waiting?.shift())
      if (one !== undefined) {
        done.push(one)
      } else if (!waiting) {
        return
      }
    }
  }
  const count = Math.min(lanes, waiting?.length ?? lanes)
  await Promise.all(Array.from({ length: count }, lane))
  return done
}

/** Lets so many works go on at once, whoever asks; the others wait in order. */
export function permits(
  most: number
): <Done>(work: () => Promise<Done>) => Promise<Done> {
  let free = most
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) {
      free -= 1
    } else {
      await new Promise<void>((next) => waiting.push(next))
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) {
        next()
      } else {
        free += 1
      }
    }
  }
}

type Waiting<In, Out> = {
  one: In
  resolve: (out: Out) => void
  reject: (error: unknown) => void
}

/**
 * Makes one call of many: what is asked for while a call is under way waits and
 * goes together as the next. So nobody waits for company, and under load a
 * transaction serves all lanes at once.
 *
 * @param run - Answers as many as it was asked for, in the same order.
 */
export function grouped<In, Out>(
  run: (all: In[]) => Promise<Out[]>
): (one: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = []
  let running = false
  const turn = async () => {
    running = true
    while (waiting.length) {
      const now = waiting
      waiting = []
      try {
        const outs = await run(now.map(({ one }) => one))
        if (outs.length !== now.length) {
          throw new Error(`${outs.length} answers for ${now.length} questions`)
        }
        // Its index is in range: the lengths are equal.
        now.forEach(({ resolve }, index) => resolve(outs[index] as Out))
      } catch (error) {
        now.forEach(({ reject }) => reject(error))
      }
    }
    running = false
  }
  return async (one) =>
    await new Promise<Out>((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      if (!running) {
        running = true
        // Lanes that start together go together.
        setImmediate(() => void turn())
      }
    })
}
