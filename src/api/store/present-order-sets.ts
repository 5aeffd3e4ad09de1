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

/** Orders of the store show of their set what a list needs, whatever was asked for; the whole set has its own route. */
export const presentOrderSets = answersIn({
  "order.order_set": reduced,
  "orders[].order_set": reduced,
})
