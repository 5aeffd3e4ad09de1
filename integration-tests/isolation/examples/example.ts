import type { Scene } from "../fixtures"
import type { Call } from "../requests"

/** How a route is used rightly, with ids of one's own. */
export type Example = {
  calls: Call[]
  /** Who may make the call, when it is not a member. */
  as?: "identity" | "member"
  /** What it answers when that is no success: it needs what only a mail holds. */
  status?: number
  /** Calls that name somebody's row which the gate's row cannot speak of. */
  foreign?: Call[]
}

export type Make = (scene: Scene) => Example

/** A call without anything to fill in. */
export const plain: Make = () => ({ calls: [{}] })

/** One call after the other, each with what it is about. */
export const at =
  (...calls: ((scene: Scene) => Call)[]): Make =>
  (scene) => ({ calls: calls.map((call) => call(scene)) })
