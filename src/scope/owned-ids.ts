import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { orderRows, type OrderRow } from "./order-rows"
import { ownership, type OwnedEntity } from "./ownership"
import { toSellerId, type SellerId } from "./seller-id"

type Row = Record<string, unknown>

type Wanted = {
  entity: OwnedEntity
  /** Default: all of the seller's. */
  ids?: readonly string[]
  /** For what hangs on an order: only of these. */
  orders?: readonly string[]
}

/** Which of the rows exist and are the seller's, in one statement. */
export async function ownedIds(
  container: MedusaContainer,
  sellerId: SellerId,
  { entity, ids, orders }: Wanted
): Promise<string[]> {
  if (isOrderRow(entity)) {
    return await ofOwnOrders(container, sellerId, { entity, ids, orders })
  }
  const { entity: graphEntity, scope, members } = ownership[entity]
  const path = members?.path.split(".") ?? []
  const unless = members?.unless ?? {}
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: graphEntity,
      fields: ["id", ...Object.keys(unless)].map((column) =>
        [...path, column].join(".")
      ),
      filters: {
        ...path.reduceRight<Row>(
          (inner, relation) => ({ [relation]: inner }),
          ids ? { id: [...ids] } : {}
        ),
        ...scope(sellerId),
      },
    })
  const isExcepted = (row: Row) =>
    Object.entries(unless).some(([column, values]) =>
      values.includes(String(row[column]))
    )
  return path
    .reduce<Row[]>(
      (rows, relation) => rows.flatMap((row) => rowsIn(row[relation])),
      rowsIn(data)
    )
    .filter((row) => !isExcepted(row))
    .map((row) => String(row.id))
}

const rowsIn = (value: unknown): Row[] =>
  [value]
    .flat()
    .filter((row): row is Row => typeof row === "object" && row !== null)

async function ofOwnOrders(
  container: MedusaContainer,
  sellerId: SellerId,
  { entity, ids, orders }: Wanted & { entity: OrderRow }
): Promise<string[]> {
  const { rows }: { rows: { id: string }[] } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(
      `select found.id from (${orderRows[entity]}) found
       join marketplace_order_seller s on s.order_id = found.order_id and s.deleted_at is null
       where s.seller_id = ?${ids ? " and found.id = any(?)" : ""}${orders ? " and found.order_id = any(?)" : ""}`,
      [
        toSellerId(sellerId),
        ...(ids ? [[...ids]] : []),
        ...(orders ? [[...orders]] : []),
      ]
    )
  return rows.map(({ id }) => id)
}

/** Whether the seller of such a row is the seller of its order. */
export function isOrderRow(entity: OwnedEntity): entity is OrderRow {
  return Object.hasOwn(orderRows, entity)
}
