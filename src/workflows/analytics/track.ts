import type {
  IAnalyticsModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import { factsOf, type Facts, type Payload } from "../notice/facts/facts"
import { trackedProperties, trackRules, type TrackRule } from "./track-table"

export type TrackInput = { event: string; data: Payload }

const trackStep = createStep(
  "track-event",
  // no undo: what an analytics service heard it keeps
  async (input: TrackInput, { container }) => {
    const analytics = container.resolve<IAnalyticsModuleService | undefined>(
      Modules.ANALYTICS,
      { allowUnregistered: true }
    )
    const names: string[] = []
    for (const rule of analytics ? rulesOf(container, input.event) : []) {
      const facts = await factsOf(rule.facts)(container, input.data, rule.event)
      const actorId = facts && actorOf(rule, facts)
      if (analytics && facts && actorId) {
        await trackOne(analytics, { rule, facts, actorId })
        names.push(rule.name)
      }
    }
    return new StepResponse(names)
  }
)

export const trackWorkflowId = "track-event"

/**
 * Tells the host's analytics service of one event, by the table. Without one
 * nothing happens; buyers are tracked only with the option `trackBuyers`.
 * `properties.occurrence` is the same when the event comes again.
 *
 * @returns The names that were tracked.
 */
export const trackWorkflow = createWorkflow(
  trackWorkflowId,
  (input: TrackInput) => new WorkflowResponse(trackStep(input))
)

/** Whether anybody hears of it: what nobody does need not be looked up. */
export function isTracked(container: MedusaContainer, event: string): boolean {
  return (
    container.hasRegistration(Modules.ANALYTICS) &&
    rulesOf(container, event).length > 0
  )
}

function rulesOf(container: MedusaContainer, event: string): TrackRule[] {
  const { options } = container.resolve<NoticeModuleService>(NOTICE_MODULE)
  return trackRules.filter(
    (rule) =>
      rule.event === event && (rule.actor !== "buyer" || options.trackBuyers)
  )
}

function actorOf({ actor }: TrackRule, facts: Facts): string | null {
  switch (actor) {
    case "seller":
      return facts.seller_id
    case "member":
      return facts.resource_id
    case "buyer":
      return facts.visitor ?? null
  }
}

async function trackOne(
  analytics: IAnalyticsModuleService,
  of: { rule: TrackRule; facts: Facts; actorId: string }
): Promise<void> {
  const { rule, facts, actorId } = of
  const group = facts.seller_id
    ? { group: { type: "seller", id: facts.seller_id } }
    : {}
  await analytics.track({
    event: rule.name,
    actor_id: actorId,
    ...group,
    properties: {
      ...propertiesOf(facts),
      occurrence: `${rule.event}:${facts.resource_id}:${facts.version}`,
    },
  })
  if (rule.identifies === "seller" && "group" in group) {
    await analytics.identify({
      ...group,
      actor_id: actorId,
      properties: { status: rule.name.replace("seller_", "") },
    })
  }
  if (rule.identifies === "actor") {
    const { seller_id, role } = propertiesOf(facts)
    await analytics.identify({
      actor_id: actorId,
      properties: {
        type: rule.actor,
        ...(role ? { seller_id, role } : {}),
      },
    })
  }
}

/** What the table lets leave of what is known. */
function propertiesOf(facts: Facts): Record<string, unknown> {
  const { data, ...known } = facts
  const told: Record<string, unknown> = {
    ...data,
    ...known,
    items: data.items?.length,
    amount: data.amount === undefined ? undefined : Number(data.amount),
  }
  return Object.fromEntries(
    trackedProperties.flatMap((name) =>
      told[name] === undefined || told[name] === null
        ? []
        : [[name, told[name]]]
    )
  )
}
