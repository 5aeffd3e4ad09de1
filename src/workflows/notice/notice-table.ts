import type { NoticeRule } from "./notice-rule"
import { moneyRules } from "./rules/money"
import { orderRules } from "./rules/orders"
import { requestRules } from "./rules/requests"
import { sellerRules } from "./rules/sellers"

/** Every notification of the marketplace: a new one is a row in `rules` and its text in `texts`. */
export const noticeRules: readonly NoticeRule[] = [
  ...sellerRules,
  ...requestRules,
  ...orderRules,
  ...moneyRules,
]

/** The events that somebody is told of. */
export const noticeEvents = [...new Set(noticeRules.map(({ event }) => event))]
