import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { isRecord } from "../../_kit/record"
import { renamed, type Change, type Shape } from "../../_kit/shape"

/** Lists of levels, and the level that was written, as classic clients read them. */
export const levelAnswers = {
  list: renamed("inventory_levels", "location_levels"),
  /** The only one of a list. */
  found: {
    "": (body, { params }) => {
      const levels =
        isRecord(body) && Array.isArray(body.inventory_levels)
          ? body.inventory_levels
          : []
      if (!levels.length) {
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `Item ${params.id} is not stocked at location ${params.location_id}`
        )
      }
      return { location_level: levels[0] }
    },
  } satisfies Shape,
  one: {
    location_level: (_level, { parent, params, req }) =>
      levelAt(
        parent.inventory_item,
        params.location_id ?? bodyLocation(req.body)
      ),
  } satisfies Shape,
}

const bodyLocation = (body: unknown) =>
  isRecord(body) ? body.location_id : undefined

function levelAt(item: unknown, locationId: unknown): unknown {
  const levels: unknown[] =
    isRecord(item) && Array.isArray(item.location_levels)
      ? item.location_levels
      : []
  return levels.find(
    (level) => isRecord(level) && level.location_id === locationId
  )
}

/** A form names the levels that it deletes by their locations, a grid by their ids. */
export const levelsByLocation: Change = async (body, { req, params }) => {
  const named: unknown[] =
    isRecord(body) && Array.isArray(body.delete) ? body.delete : []
  const locations = named.filter(
    (id): id is string => typeof id === "string" && id.startsWith("sloc_")
  )
  if (!isRecord(body) || !locations.length) {
    return body
  }
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "inventory_level",
      fields: ["id", "location_id"],
      filters: {
        inventory_item_id: params.id ?? "",
        location_id: locations,
      },
    })
  const levelIds = new Map(data.map((level) => [level.location_id, level.id]))
  return {
    ...body,
    delete: named.map((id) => levelIds.get(String(id)) ?? id),
  }
}
