import { operatorShop } from "../catalogue/shops/operator"
import { promotion, sellerShops, vat } from "../catalogue/market"
import type { CatalogueProduct, CatalogueVariant } from "../catalogue/types"

/** SKU → quantity: something from every seller and from the marketplace itself. */
export const basket: Record<string, number> = {
  "KF-CHAIN-8": 1,
  "KF-TUBE-SV": 2,
  "AL-MUG-INK": 2,
  "AL-VASE-24": 1,
  "RM-GUJI-250": 2,
  "RM-FILTER-01": 1,
  "MP-GIFTBOX-S": 1,
}

/** What an order must come to, worked out from the catalogue alone; euro, VAT included. */
export type Expected = {
  shop: string
  skus: string[]
  items: number
  shipping: number
  discount: number
  tax: number
  total: number
}

/** One for each shop of the basket, for a buyer in that country. */
export function expectedOrders(country: string): Expected[] {
  return [...sellerShops, operatorShop].map((shop) => {
    const lines = shop.products.flatMap((product) =>
      product.variants
        .filter(({ sku }) => basket[sku])
        .map((variant) => toLine(product, variant, country))
    )
    const sum = (pick: (line: (typeof lines)[number]) => number) =>
      lines.reduce((total, line) => total + pick(line), 0)
    const items = sum(({ price }) => price)
    const discount = (items * promotion.percent) / 100
    return {
      shop: shop.name,
      skus: lines.map(({ sku }) => sku),
      items,
      shipping: shop.shippingPrice,
      discount,
      tax:
        sum(({ tax }) => tax) +
        taxWithin(shop.shippingPrice, vat[country]?.Goods ?? 0),
      total: items + shop.shippingPrice - discount,
    }
  })
}

function toLine(
  { kind }: CatalogueProduct,
  { sku, price }: CatalogueVariant,
  country: string
) {
  const gross = price * (basket[sku] ?? 0)
  const reduced = gross * (1 - promotion.percent / 100)
  return {
    sku,
    price: gross,
    tax: taxWithin(reduced, vat[country]?.[kind] ?? 0),
  }
}

const taxWithin = (gross: number, rate: number) => (gross * rate) / (100 + rate)
