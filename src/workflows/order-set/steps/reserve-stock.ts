import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type {
  Context,
  CreateReservationItemInput,
  IInventoryService,
  MedusaContainer,
  ReservationItemDTO,
} from "@medusajs/framework/types"
import { MedusaContextType, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { withLocks } from "../../locking/hold-locks"
import {
  chooseLocations,
  type StockLevel,
  type StockNeed,
} from "../plan-reservations"

/** What the inventory module has at run time and its interface leaves out. */
type InventoryModule = Omit<IInventoryService, "createReservationItems"> & {
  baseRepository_: {
    transaction: <T>(job: (manager: EntityManager) => Promise<T>) => Promise<T>
  }
  createReservationItems: (
    items: CreateReservationItemInput[],
    context: Context
  ) => Promise<ReservationItemDTO[]>
}

/**
 * Reserves everything that a cart needs, in one transaction that holds the
 * rows of the stock levels: Medusa's own reservation oversells when several run
 * at once, and when two lines share an inventory item. The lock beside it keeps
 * out Medusa's other flows, which know no row lock.
 *
 * @returns The reservations, in the order of the needs.
 * @throws MedusaError NOT_ALLOWED (400) naming the line that is not in stock; nothing is reserved then.
 */
export const reserveStockStep = createStep(
  "reserve-stock",
  async (needs: StockNeed[], { container }) => {
    if (!needs.length) {
      return new StepResponse<ReservationItemDTO[], string[]>([], [])
    }
    const reservations = await withLocks(
      container,
      { keys: itemsOf(needs) },
      () => reserve(container, needs)
    )
    return new StepResponse(
      reservations,
      reservations.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await releaseStock(container, ids)
    }
  }
)

/** Takes reservations back, under the same locks as they were made. */
export async function releaseStock(
  container: MedusaContainer,
  ids: string[]
): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const rows = await inventory.listReservationItems(
    { id: ids },
    { select: ["id", "inventory_item_id"], take: ids.length }
  )
  const keys = rows.map(({ inventory_item_id }) => inventory_item_id)
  if (rows.length) {
    await withLocks(container, { keys }, () =>
      inventory.deleteReservationItems(rows.map(({ id }) => id))
    )
  }
}

async function reserve(
  container: MedusaContainer,
  needs: StockNeed[]
): Promise<ReservationItemDTO[]> {
  const inventory = container.resolve<InventoryModule>(Modules.INVENTORY)
  return await inventory.baseRepository_.transaction(async (manager) => {
    const items = itemsOf(needs)
    const levels = await manager.execute<StockLevel[]>(
      `select inventory_item_id, location_id, stocked_quantity, reserved_quantity
       from inventory_level
       where deleted_at is null
         and inventory_item_id in (${items.map(() => "?").join(", ")})
       order by id for update`,
      items
    )
    return await inventory.createReservationItems(
      chooseLocations(needs, levels),
      // Without the type a module inside a workflow gets the workflow's context.
      { __type: MedusaContextType, transactionManager: manager }
    )
  })
}

function itemsOf(needs: StockNeed[]): string[] {
  return [...new Set(needs.map((need) => need.inventory_item_id))].sort()
}
