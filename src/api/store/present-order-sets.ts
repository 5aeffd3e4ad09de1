import { publicOrderSetFields } from "../_contracts/order-set"
import { answersIn } from "../_kit/edge"
import { isRecord } from "../_kit/record"
import type { Change } from "../_kit/shape"

const reduced: Change = (set) =>
  isRecord(set)
    ? Object.fromEntries(
        publicOrderSetFields.map((field) => [field, set[field]])
      )
    : set

/** Storefronts read a list, also while there are no reviews. */
const listed: Change = (reviews) => reviews ?? []

/** Orders of the store show of their set what a list needs, whatever was asked for; the whole set has its own route. */
export const presentOrderSets = answersIn({
  "order.order_set": reduced,
  "order.reviews": listed,
  "orders[].order_set": reduced,
  "orders[].reviews": listed,
})
