import { setTimeout as sleep } from "node:timers/promises"
import { grouped, inLanes, permits } from "../payouts/lanes"

describe("lanes", () => {
  it("do each once, so many at a time", async () => {
    let now = 0
    let most = 0
    const all = Array.from({ length: 20 }, (_, n) => `${n}`)
    const done = await inLanes(4, all, async (one) => {
      now += 1
      most = Math.max(most, now)
      await sleep(2)
      now -= 1
      return one
    })
    expect(done.sort()).toEqual(all.sort())
    expect(most).toBe(4)
  })

  it("end when there is nothing more to do", async () => {
    let left = 7
    const done = await inLanes(3, undefined, async () =>
      left > 0 ? left-- : undefined
    )
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

it("permits so many works at once, in order, also after one that failed", async () => {
  const inTurn = permits(2)
  let now = 0
  let most = 0
  const order: number[] = []
  const works = [1, 2, 3, 4, 5].map((one) =>
    inTurn(async () => {
      now += 1
      most = Math.max(most, now)
      await sleep(2)
      now -= 1
      order.push(one)
      if (one === 2) {
        throw new Error("refused")
      }
    })
  )
  const ends = await Promise.allSettled(works)
  expect(ends.filter(({ status }) => status === "rejected")).toHaveLength(1)
  expect([most, order]).toEqual([2, [1, 2, 3, 4, 5]])
})

describe("a grouped call", () => {
  it("serves all who waited with one", async () => {
    const calls: number[][] = []
    const double = grouped(async (all: number[]) => {
      calls.push(all)
      await sleep(5)
      return all.map((one) => 2 * one)
    })
    const first = [double(1), double(2)]
    await sleep(1)
    const answers = await Promise.all([...first, double(3), double(4)])
    expect(answers).toEqual([2, 4, 6, 8])
    expect(calls).toEqual([
      [1, 2],
      [3, 4],
    ])
  })

  it("fails for those who were in it, and goes on for the next", async () => {
    const call = grouped(async (all: string[]) => {
      if (all.includes("bad")) {
        throw new Error("refused")
      }
      return all
    })
    const outcomes = await Promise.allSettled([call("good"), call("bad")])
    expect(outcomes.map(({ status }) => status)).toEqual([
      "rejected",
      "rejected",
    ])
    expect(await call("next")).toBe("next")
  })
})
