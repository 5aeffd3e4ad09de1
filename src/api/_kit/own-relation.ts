import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ownership, type GraphEntity } from "../../scope/ownership"
import { isRecord } from "./record"
import type { Change, ShapeContext } from "./shape"
import { sellerContext } from "./vendor-route"

type Row = Record<string, unknown>

/**
 * A to-many relation that may hold rows of others: `fields` never expands it, as
 * an allow-list of names does not filter rows. It is read with the seller's own
 * filter instead and put into the answer.
 */
type OwnRelation = {
  /** Its name in `fields` and in the answered row. */
  name: string
  entity: GraphEntity
  /** Columns that are answered, also of a relation below (`customers.id`). */
  columns: readonly string[]
  /** Where a found row says which ones it hangs on. */
  via: string
  /** The rows that hang on the answered ones. */
  filter: (ids: string[]) => Row
  /** Answered also to who does not ask for it. */
  always?: boolean
  /** What must be asked for, when that is not the name. */
  asked?: string
}

/**
 * Puts the seller's own rows of a relation into each row of the answer, with one
 * query.
 *
 * @example { "": ownRelation({ name: "promotions", entity: "promotion", columns: ["id"], via: "campaign_id", filter: (ids) => ({ campaign_id: ids }) }) }
 */
export const ownRelation =
  (relation: OwnRelation): Change =>
  async (body, { req }) => {
    if (!isRecord(body) || !(relation.always || isAskedFor(relation, req))) {
      return body
    }
    const ids = Object.values(body).flat().filter(isRow).map(idOf)
    if (!ids.length) {
      return body
    }
    const found = await readOwn(relation, ids, req)
    const merged = (row: unknown): unknown =>
      isRow(row)
        ? {
            ...row,
            [relation.name]: found
              .filter(({ hangsOn }) => hangsOn.has(row.id))
              .map((own) => own.row),
          }
        : row
    return Object.fromEntries(
      Object.entries(body).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.map(merged) : merged(value),
      ])
    )
  }

const isRow = (row: unknown): row is Row & { id: string } =>
  isRecord(row) && typeof row.id === "string"

const idOf = ({ id }: { id: string }) => id

type Request = ShapeContext["req"]

/** The query is cut to the view by now; the address still says what was asked for. */
function isAskedFor(
  { name, asked = name }: OwnRelation,
  { originalUrl }: Request
): boolean {
  const { searchParams } = new URL(originalUrl, "http://vendor")
  return ["fields", "fields[]"]
    .flatMap((key) => searchParams.getAll(key))
    .flatMap((text) => text.split(","))
    .map((field) => field.replace(/^[+ *]+/, ""))
    .some((field) => field === asked || field.startsWith(`${asked}.`))
}

async function readOwn(
  { entity, columns, via, filter }: OwnRelation,
  ids: string[],
  req: Request
) {
  const { entity: graphEntity, scope } = ownership[entity]
  const names = new Set(columns.map((column) => column.split(".")[0]))
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: graphEntity,
      fields: [...columns, via],
      filters: { ...filter(ids), ...scope(sellerContext(req).sellerId) },
    })
  return data.filter(isRecord).map((found) => ({
    row: Object.fromEntries(
      Object.entries(found).filter(([key]) => names.has(key))
    ),
    hangsOn: new Set(valuesAt(found, via.split("."))),
  }))
}

const valuesAt = (node: unknown, [key, ...rest]: string[]): unknown[] =>
  [node]
    .flat()
    .flatMap((item) =>
      key === undefined
        ? [item]
        : isRecord(item)
          ? valuesAt(item[key], rest)
          : []
    )
