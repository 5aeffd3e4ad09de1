export type CategoryName =
  | "Bicycle parts"
  | "Bicycle accessories"
  | "Tableware"
  | "Vases"
  | "Coffee"
  | "Coffee gear"
  | "Gifts"

/** `Food` carries the reduced VAT rate. */
export type ProductKind = "Goods" | "Food"

export type CatalogueVariant = {
  /** Value of the product's one option. */
  value: string
  sku: string
  /** Euro, VAT of the buyer's country included. */
  price: number
  stock: number
}

export type CatalogueProduct = {
  title: string
  description: string
  category: CategoryName
  kind: ProductKind
  option: string
  variants: CatalogueVariant[]
  /** What it says about itself: attribute → value. */
  attributes?: Record<string, string>
}

export type Shop = {
  name: string
  address: {
    address_1: string
    postal_code: string
    city: string
    country_code: string
  }
  /** Euro, VAT included, to every country of the market. */
  shippingPrice: number
  products: CatalogueProduct[]
}

export type SellerShop = Shop & {
  handle: string
  description: string
  owner: { name: string; email: string; password: string }
}

/** `[value, sku, price, stock]` of each variant, in the order of the shelf. */
type Row = [value: string, sku: string, price: number, stock: number]

/** Product factory of one shop: `option` maps the option's title to its variants. */
export const productsOf =
  (kind: ProductKind, category: CategoryName) =>
  (
    title: string,
    description: string,
    option: Record<string, Row[]>
  ): CatalogueProduct => {
    const [name = "", rows = []] = Object.entries(option)[0] ?? []
    const variants = rows.map(([value, sku, price, stock]) => ({
      value,
      sku,
      price,
      stock,
    }))
    return { title, description, category, kind, option: name, variants }
  }
