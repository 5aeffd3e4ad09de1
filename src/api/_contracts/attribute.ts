import { z } from "@medusajs/framework/zod"
import { attributeComponents } from "../../modules/attribute/types"
import type {
  ListAttributesInput,
  ListedAttribute,
} from "../../workflows/attribute/list-attributes"
import { listQuery, pageOf } from "./list-query"
import { clearable, required } from "./texts"

const metadata = z.record(z.string(), z.unknown()).nullish()
const rank = z.number().int().min(0).max(1_000_000)

/** Panels send a value of the list as they read it: keys that nobody writes are dropped. */
const possibleValue = z.object({
  id: required(60).optional(),
  value: required(255),
  rank: rank.optional(),
  metadata,
})

const fields = {
  name: required(255),
  handle: z
    .string()
    .trim()
    .max(120)
    .regex(/^[\w-]*$/, { error: "takes letters, digits, _ and -" })
    .nullish()
    .transform((text) => text || undefined),
  description: clearable(5000),
  is_filterable: z.boolean().optional(),
  is_required: z.boolean().optional(),
  ui_component: z.enum(attributeComponents),
  metadata,
  possible_values: z.array(possibleValue).max(1000).optional(),
  product_category_ids: z.array(required(60)).max(1000).optional(),
}

/** `POST /admin/attributes`; without categories it applies to every product. */
export const CreateAttribute = z.strictObject(fields)
export type CreateAttribute = z.infer<typeof CreateAttribute>

/** `POST /admin/attributes/:id`; a value of the list with its `id` is kept, one that is missing goes. */
export const UpdateAttribute = z.strictObject(fields).partial()
export type UpdateAttribute = z.infer<typeof UpdateAttribute>

/** `POST /admin/attributes/:id/values` */
export const CreatePossibleValue = possibleValue.omit({ id: true })
export type CreatePossibleValue = z.infer<typeof CreatePossibleValue>

/** `POST /admin/attributes/:id/values/:value_id` */
export const UpdatePossibleValue = CreatePossibleValue.partial()
export type UpdatePossibleValue = z.infer<typeof UpdatePossibleValue>

export const attributeSortColumns = [
  "name",
  "handle",
  "created_at",
  "updated_at",
] as const

/** The query of a list of attributes; filters `q`, `handle` and `is_filterable`. */
export function attributeQuery(
  query: Record<string, unknown>,
  defaultLimit?: number
): Pick<
  ListAttributesInput,
  "q" | "handle" | "is_filterable" | "limit" | "offset" | "order"
> {
  const list = listQuery(query, attributeSortColumns, defaultLimit)
  const [filterable] = list.values("is_filterable") ?? []
  return {
    q: list.q,
    handle: list.values("handle"),
    is_filterable: filterable === undefined ? undefined : filterable === "true",
    limit: list.limit,
    offset: list.offset,
    order: pageOf(list).order,
  }
}

/** An attribute as sellers and shoppers read it. */
export function presentAttribute({
  id,
  name,
  handle,
  description,
  ui_component,
  is_required,
  is_filterable,
  possible_values,
  product_categories,
}: ListedAttribute) {
  return {
    id,
    name,
    handle,
    description,
    ui_component,
    is_required,
    is_filterable,
    possible_values: possible_values.map(
      ({ id, attribute_id, value, rank }) => ({ id, attribute_id, value, rank })
    ),
    product_categories,
  }
}

/** An attribute as the operator reads it. */
export function presentAdminAttribute({
  deleted_at,
  ...attribute
}: ListedAttribute) {
  return {
    ...attribute,
    possible_values: attribute.possible_values.map(presentPossibleValue),
  }
}

/** One value of the list of an attribute. */
export function presentPossibleValue({
  id,
  attribute_id,
  value,
  rank,
  metadata,
  created_at,
  updated_at,
}: ListedAttribute["possible_values"][number]) {
  return { id, attribute_id, value, rank, metadata, created_at, updated_at }
}
