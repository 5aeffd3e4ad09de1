import type { CrashPoint } from "./crash-points"
import type { Cart } from "./shop"

/** Where a completion is stopped, and what is left of the last write that was under way. */
export type Point = {
  name: string
  /** Only this point's carts buy these things and use this promotion: rows that are locked meanwhile. */
  alone?: boolean
  promotion?: boolean
} & (
  | {
      /** `lost`: the write never arrived; `done`: it arrived, and its server was dead by then. */
      write: "lost" | "done"
      at: (marks: Marks) => Omit<CrashPoint, "name">
    }
  | {
      acquirer: "lost" | "done"
      operation: "authorize" | "capture"
    }
)

/** What the rows of one cart can be recognised by. */
export type Marks = {
  cart: Cart
  quantities: [number, number]
  /** Major units; of both orders and of the whole. */
  shares: [number, number]
  campaign: string
}

const insert = (table: string, ...row: string[]) => ({
  ...{ table, row },
  operation: "insert" as const,
})

const amount = (value: number) => `"amount": ${value},`

/** Every boundary of `complete-cart` and of what follows it, in the order in which it comes to them. */
export const points: Point[] = [
  {
    name: "set-row",
    write: "lost",
    at: ({ cart }) => insert("order_set", cart.id),
  },
  {
    name: "set-row-done",
    write: "done",
    at: ({ cart }) => insert("order_set", cart.id),
  },
  {
    name: "orders",
    write: "lost",
    at: ({ cart }) => insert("order", cart.email),
  },
  {
    name: "reservations",
    alone: true,
    write: "lost",
    at: ({ quantities }) =>
      insert("reservation_item", `"quantity": ${quantities[0]},`),
  },
  {
    name: "order-cart-links",
    write: "lost",
    at: ({ cart }) => insert("order_cart", cart.id),
  },
  {
    name: "settlement-lines",
    write: "lost",
    at: ({ quantities }) =>
      insert("settlement_line", `"gross": ${quantities[0] * 100},`),
  },
  {
    name: "settlement-lines-done",
    write: "done",
    at: ({ quantities }) => ({
      ...insert("settlement_line", `"gross": ${quantities[0] * 100},`),
      atCommit: true,
    }),
  },
  {
    name: "promotion-usage",
    promotion: true,
    write: "lost",
    at: ({ campaign }) => ({
      table: "promotion_campaign_budget",
      operation: "update",
      row: [campaign],
    }),
  },
  {
    name: "cart-completed",
    promotion: true,
    write: "lost",
    at: ({ cart }) => ({ table: "cart", operation: "update", row: [cart.id] }),
  },
  {
    name: "share-collections",
    write: "lost",
    at: ({ shares }) => insert("payment_collection", amount(shares[0])),
  },
  { name: "authorise", acquirer: "lost", operation: "authorize" },
  { name: "authorise-done", acquirer: "done", operation: "authorize" },
  {
    name: "parent-payment",
    write: "lost",
    at: ({ cart }) => insert("payment", cart.sessionId),
  },
  {
    name: "share-payments",
    write: "lost",
    at: ({ shares }) => insert("payment", amount(shares[0])),
  },
  {
    name: "placed",
    promotion: true,
    write: "lost",
    at: ({ cart }) => ({
      ...{ table: "order_set", operation: "update" },
      row: [cart.id, `"status": "placed"`],
    }),
  },
  {
    name: "placed-done",
    write: "done",
    at: ({ cart }) => ({
      ...{ table: "order_set", operation: "update" },
      row: [cart.id, `"status": "placed"`],
    }),
  },
  {
    name: "notice",
    write: "lost",
    at: ({ cart }) =>
      insert("notice", cart.email, `"event": "order_set.placed"`),
  },
  {
    name: "announced-done",
    write: "done",
    at: ({ cart }) => ({
      ...{ table: "order_set", operation: "update" },
      row: [cart.id, `"announced_at": "`],
    }),
  },
  { name: "capture", acquirer: "lost", operation: "capture" },
  { name: "capture-done", acquirer: "done", operation: "capture" },
]
