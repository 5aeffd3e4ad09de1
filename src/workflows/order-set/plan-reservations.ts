import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, MedusaError } from "@medusajs/framework/utils"

/** A line of a created order. */
export type OrderLine = {
  id: string
  title: string
  variant_id?: string | null
  quantity: BigNumberInput
}

export type StockedVariant = {
  id: string
  manage_inventory?: boolean | null
  allow_backorder?: boolean | null
  inventory_items?:
    | ({
        inventory_item_id: string
        required_quantity: BigNumberInput
        inventory?: {
          location_levels?:
            | ({
                location_id: string
                stock_locations?:
                  | ({ sales_channels?: ({ id: string } | null)[] } | null)[]
                  | null
              } | null)[]
            | null
        } | null
      } | null)[]
    | null
}

/** What one line needs of one inventory item, and where it may come from. */
export type StockNeed = {
  line_item_id: string
  title: string
  inventory_item_id: string
  quantity: BigNumberInput
  allow_backorder: boolean
  location_ids: string[]
}

export type StockLevel = {
  inventory_item_id: string
  location_id: string
  stocked_quantity: BigNumberInput
  reserved_quantity: BigNumberInput
}

export type Reservation = Omit<StockNeed, "location_ids" | "title"> & {
  location_id: string
}

/**
 * What the lines of a whole cart need of which inventory item, as Medusa's
 * `complete-cart` works it out: only managed variants, only locations of the
 * cart's sales channel.
 *
 * @throws MedusaError INVALID_DATA (400) when a managed variant has no inventory item, or none of its locations sells in the channel.
 */
export function findStockNeeds(
  lines: OrderLine[],
  variants: StockedVariant[],
  salesChannelId?: string | null
): StockNeed[] {
  const byId = new Map(variants.map((variant) => [variant.id, variant]))
  return lines.flatMap((line) => {
    const variant = byId.get(line.variant_id ?? "")
    if (!variant?.manage_inventory) {
      return []
    }
    const items = (variant.inventory_items ?? []).filter((item) => !!item)
    if (!items.length) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `"${line.title}" cannot be bought: variant ${variant.id} has no inventory item`
      )
    }
    return items.map((item) => {
      const location_ids = findLocations(item, salesChannelId)
      if (!location_ids.length) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `"${line.title}" cannot be bought: no stock location of the sales channel holds it`
        )
      }
      return {
        line_item_id: line.id,
        title: line.title,
        inventory_item_id: item.inventory_item_id,
        quantity: MathBN.mult(item.required_quantity, line.quantity),
        allow_backorder: !!variant.allow_backorder,
        location_ids,
      }
    })
  })
}

type VariantItem = NonNullable<
  NonNullable<StockedVariant["inventory_items"]>[number]
>

function findLocations(
  item: VariantItem,
  salesChannelId?: string | null
): string[] {
  return (item.inventory?.location_levels ?? []).flatMap((level) =>
    level?.stock_locations?.some((location) =>
      location?.sales_channels?.some(
        (channel) => !salesChannelId || channel?.id === salesChannelId
      )
    )
      ? [level.location_id]
      : []
  )
}

/**
 * Picks a location for every need, the first that has the quantity left after
 * the needs before it: lines that share an inventory item never promise the
 * same unit twice.
 *
 * @param levels - As they are now, under a lock.
 * @throws MedusaError NOT_ALLOWED (400) naming the line that is not in stock.
 */
export function chooseLocations(
  needs: StockNeed[],
  levels: StockLevel[]
): Reservation[] {
  const left = new Map(
    levels.map((level) => [
      keyOf(level.inventory_item_id, level.location_id),
      MathBN.sub(level.stocked_quantity, level.reserved_quantity),
    ])
  )
  return needs.map(({ location_ids, title, ...need }) => {
    const location_id =
      location_ids.find((id) =>
        MathBN.gte(
          left.get(keyOf(need.inventory_item_id, id)) ?? 0,
          need.quantity
        )
      ) ?? (need.allow_backorder ? location_ids[0] : undefined)
    if (!location_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `"${title}" is not in stock in this quantity. Change it to continue.`
      )
    }
    const key = keyOf(need.inventory_item_id, location_id)
    left.set(key, MathBN.sub(left.get(key) ?? 0, need.quantity))
    return { ...need, location_id }
  })
}

function keyOf(inventoryItemId: string, locationId: string): string {
  return `${inventoryItemId} ${locationId}`
}
