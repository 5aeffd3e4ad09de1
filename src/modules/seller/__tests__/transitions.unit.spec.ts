import { sellerTransition, sellerTransitions } from "../transitions"
import { sellerStatuses } from "../types"

describe("seller lifecycle", () => {
  it("refuses every change that is not in the table", () => {
    const refused = sellerStatuses.flatMap((from) =>
      sellerStatuses.filter(
        (to) =>
          !sellerTransitions.some((row) => row.from === from && row.to === to)
      )
    )
    expect(refused).toHaveLength(4 * 4 - 5)
    for (const from of sellerStatuses) {
      expect(() => sellerTransition(from, from, "operator")).toThrow(
        `A seller cannot change from ${from} to ${from}`
      )
      expect(() => sellerTransition("terminated", from, "operator")).toThrow()
    }
  })

  it("leaves pending by the decision on the application only", () => {
    expect(() => sellerTransition("pending", "active", "operator")).toThrow(
      "by the decision on its application only"
    )
    expect(sellerTransition("pending", "active", "request").event).toBe(
      "accepted"
    )
  })

  it("gives every transition its own event", () => {
    const events = sellerTransitions.map((row) => row.event)
    expect(new Set(events).size).toBe(events.length)
  })
})
