import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type {
  CampaignBudgetUsageContext,
  Context,
  IPromotionModuleService,
  MedusaContainer,
  PromotionTypes,
} from "@medusajs/framework/types"
import { MedusaContextType, Modules } from "@medusajs/framework/utils"

export type PromotionUsage = {
  computedActions: PromotionTypes.UsageComputedActions[]
  registrationContext: CampaignBudgetUsageContext
}

export type Prepared = { cart_id: string; usage: PromotionUsage }

type CountUsage = (
  actions: PromotionUsage["computedActions"],
  buyer: PromotionUsage["registrationContext"],
  context: Context
) => Promise<void>

/** What the promotion module has at run time and its interface leaves out. */
type PromotionModule = Omit<
  IPromotionModuleService,
  "registerUsage" | "revertUsage"
> & {
  baseRepository_: {
    transaction: <T>(job: (manager: EntityManager) => Promise<T>) => Promise<T>
  }
  registerUsage: CountUsage
  revertUsage: CountUsage
}

/**
 * Marks a cart whose set has everything but its payment, and counts its
 * promotions once, whatever the number of orders. Both in one transaction: the
 * count leaves no other trace, so the mark is what tells that it is to be taken
 * back. A cart that carries the mark is not counted again.
 *
 * @throws MedusaError NOT_ALLOWED (400) when a promotion is used up; nothing is written then.
 */
export async function setPreparedMark(
  container: MedusaContainer,
  { cart_id, usage }: Prepared
): Promise<void> {
  const promotions = container.resolve<PromotionModule>(Modules.PROMOTION)
  await promotions.baseRepository_.transaction(async (manager) => {
    const marked = await manager.execute<{ id: string }[]>(
      `update cart set completed_at = now(), updated_at = now()
       where id = ? and completed_at is null returning id`,
      [cart_id]
    )
    if (marked.length && usage.computedActions.length) {
      await promotions.registerUsage(
        usage.computedActions,
        usage.registrationContext,
        contextOf(manager)
      )
    }
  })
}

/** Takes the mark and the count back, together; without the mark nothing is done. */
export async function removePreparedMark(
  container: MedusaContainer,
  { cart_id, usage }: Prepared
): Promise<void> {
  const promotions = container.resolve<PromotionModule>(Modules.PROMOTION)
  await promotions.baseRepository_.transaction(async (manager) => {
    const opened = await manager.execute<{ id: string }[]>(
      `update cart set completed_at = null, updated_at = now()
       where id = ? and completed_at is not null returning id`,
      [cart_id]
    )
    if (opened.length && usage.computedActions.length) {
      await lockCounts(manager, usage)
      await promotions.revertUsage(
        usage.computedActions,
        usage.registrationContext,
        contextOf(manager)
      )
    }
  })
}

/** In the order in which Medusa locks them when it counts; it takes back without a lock, and loses counts. */
async function lockCounts(
  manager: EntityManager,
  { computedActions }: PromotionUsage
): Promise<void> {
  const codes = [...new Set(computedActions.map(({ code }) => code))]
  const coded = `code in (${codes.map(() => "?").join(", ")}) and deleted_at is null`
  await manager.execute(
    `select id from promotion where ${coded} and "limit" is not null
     order by id for update`,
    codes
  )
  await manager.execute(
    `select id from promotion_campaign_budget where campaign_id in (
       select campaign_id from promotion where ${coded})
     order by id for update`,
    codes
  )
}

// Without the type a module inside a workflow gets the workflow's context.
const contextOf = (manager: EntityManager): Context => ({
  __type: MedusaContextType,
  transactionManager: manager,
})
