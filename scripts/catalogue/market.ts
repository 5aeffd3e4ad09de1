import { bicycles } from "./shops/bicycles"
import { ceramics } from "./shops/ceramics"
import { coffeeRoaster } from "./shops/coffee"
import type { CategoryName, ProductKind, SellerShop } from "./types"

export const operator = {
  email: "operator@marketplace.example",
  password: "operator-demo-1",
}

export const customer = {
  email: "clara.braun@mail.example",
  password: "clara-demo-1",
  first_name: "Clara",
  last_name: "Braun",
}

export const sellerShops: SellerShop[] = [bicycles, ceramics, coffeeRoaster]

export const categories: CategoryName[] = [
  "Bicycle parts",
  "Bicycle accessories",
  "Tableware",
  "Vases",
  "Coffee",
  "Coffee gear",
  "Gifts",
]

/** What the products of a category say about themselves; shoppers filter by it. */
export const attributes: {
  name: string
  category: CategoryName
  values: string[]
}[] = [
  { name: "Roast", category: "Coffee", values: ["Light", "Medium", "Dark"] },
]

/** VAT in percent, by country and kind of product. */
export const vat: Record<string, Record<ProductKind, number>> = {
  de: { Goods: 19, Food: 7 },
  at: { Goods: 20, Food: 10 },
}

export const countries = Object.keys(vat)

/** The operator's promotion: percent off every item of a cart, whoever sells it. */
export const promotion = { code: "WELCOME10", percent: 10 }

export const keyTitle = "Storefront"
