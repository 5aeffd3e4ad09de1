import type { Make } from "./example"
import { books } from "./books"
import { afterSales } from "./after-sales"
import { catalogue } from "./catalogue"
import { documents } from "./documents"

import { offers } from "./offers"
import { commission } from "./commission"
import { orders } from "./orders"
import { promotions } from "./promotions"
import { payouts } from "./payouts"
import { notifications } from "./notifications"
import { reference } from "./reference"
import { requests } from "./requests"
import { seller } from "./seller"
import { shipping } from "./shipping"
import { stock } from "./stock"

/** A route that is not here fails the spec: nobody has said how it is used. */
export const examples: Record<string, Make> = {
  ...seller,
  ...catalogue,
  ...documents,
  ...stock,
  ...shipping,
  ...offers,
  ...orders,
  ...promotions,
  ...payouts,
  ...afterSales,
  ...commission,
  ...reference,
  ...requests,
  ...books,
  ...notifications,
}
