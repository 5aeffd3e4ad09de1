import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { forgetProducts } from "../../product/forget-products"

/** Which sellers to look at; without `seller_id` all of them. */
export type StorefrontVisibilityInput = {
  seller_id?: string
  /**
   * What the seller's status allows; without it the stored status decides. A
   * vacation that is running hides the products in any case.
   */
  visible?: boolean
  /** Look only at sellers with a vacation window: cheap enough for every second. */
  vacations_only?: boolean
}

/** A product that left (`held`) or came back to the storefront, with what it had before. */
type Moved = { id: string; status: string; held_status: string | null }

/**
 * Hides or shows all products of a seller with one statement, however many
 * there are: a hidden product is a draft whose own status waits in the link
 * row's `held_status`. Running it again changes nothing; products that were
 * created, or published by somebody, while the seller is away are hidden by the
 * next run. Answers the ids of the products that moved.
 */
export const setStorefrontVisibilityStep = createStep(
  "set-storefront-visibility",
  async (input: StorefrontVisibilityInput, { container }) => {
    const moved = await moveProducts(container, input)
    await forgetProducts(
      container,
      moved.map(({ id }) => id)
    )
    return new StepResponse(
      moved.map((product) => product.id),
      moved
    )
  },
  async (moved, { container }) => {
    if (moved?.length) {
      await putBack(container, moved)
      await forgetProducts(
        container,
        moved.map(({ id }) => id)
      )
    }
  }
)

/** The rows are locked first, so that a status written meanwhile is the one that is kept. */
const moveSql = `
  with wanted as (
    select l.product_id, l.seller_id,
      coalesce(:visible::boolean, s.status = 'active') and not (
        coalesce(s.vacation_from <= now(), false)
        and coalesce(s.vacation_until > now(), true)
      ) as open
    from marketplace_product_seller l
    join seller s on s.id = l.seller_id
    where l.deleted_at is null
      and (:seller_id::text is null or l.seller_id = :seller_id::text)
      and (not :vacations_only::boolean or s.vacation_from is not null)
  ), due as (
    select p.id, p.status, l.held_status, w.seller_id, w.open
    from wanted w
    join product p on p.id = w.product_id
    join marketplace_product_seller l
      on l.product_id = w.product_id and l.seller_id = w.seller_id
    where l.deleted_at is null and case
      when w.open then l.held_status is not null
      else l.held_status is null or p.status <> 'draft'
    end
    order by p.id
    for update of p, l
  ), kept as (
    update marketplace_product_seller l
    set held_status = case when due.open then null else due.status end
    from due
    where l.product_id = due.id and l.seller_id = due.seller_id
  ), moved as (
    update product p
    set status = case
      when not due.open then 'draft'
      when p.status = 'draft' then due.held_status
      else p.status
    end
    from due where p.id = due.id
  )
  select id, status, held_status from due`

async function moveProducts(
  container: MedusaContainer,
  { seller_id, visible, vacations_only }: StorefrontVisibilityInput
): Promise<Moved[]> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await db.raw<{ rows: Moved[] }>(moveSql, {
    seller_id: seller_id ?? null,
    visible: visible ?? null,
    vacations_only: vacations_only ?? false,
  })
  return rows
}

async function putBack(
  container: MedusaContainer,
  moved: Moved[]
): Promise<void> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await db.raw(
    `with before as (
      select * from jsonb_to_recordset(:moved::jsonb)
        as b(id text, status text, held_status text)
    ), kept as (
      update marketplace_product_seller l set held_status = b.held_status
      from before b where l.product_id = b.id and l.deleted_at is null
    )
    update product p set status = b.status from before b where p.id = b.id`,
    { moved: JSON.stringify(moved) }
  )
}
