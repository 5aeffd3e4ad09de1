import { MedusaError } from "@medusajs/framework/utils"
import { isRecord, under } from "../../_kit/record"
import { heldStatus } from "../../_kit/held-status"
import { keepRegionPrices } from "./region-prices"
import {
  dropped,
  emptyIsAbsent,
  emptyIsNull,
  words,
  type Change,
  type Shape,
} from "../../_kit/shape"

const optionalTexts = (...names: string[]): Shape =>
  Object.fromEntries(names.map((name) => [name, emptyIsAbsent]))

/** A cleared cell of a price grid comes as null. */
const pricedOnly: Change = (price) =>
  isRecord(price) && price.amount === null ? undefined : price

const optionTitle: Change = (title, { parent }) =>
  title === "" && isRecord(parent.options)
    ? Object.values(parent.options).join(" / ")
    : title

const newVariant: Shape = {
  title: optionTitle,
  ...optionalTexts("sku", "ean", "upc", "barcode", "hs_code", "mid_code"),
  ...optionalTexts("origin_country", "material"),
  "prices[]": pricedOnly,
}

const changedVariant: Shape = { "prices[]": pricedOnly }

const ownRules: Shape = {
  shipping_profile_id: (id) => {
    if (id === null) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "shipping_profile_id must name a shipping profile of the seller"
      )
    }
    return id
  },
  "options[].is_exclusive": (value) => {
    if (value !== undefined) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "Unrecognized fields: 'options[].is_exclusive'"
      )
    }
    return value
  },
}

/** `POST /vendor/products`: the wizard sends every field of its form, and files with their upload's ids. */
const newProduct: Shape = {
  ...ownRules,
  ...optionalTexts("subtitle", "handle", "description", "origin_country"),
  ...optionalTexts("material", "mid_code", "hs_code"),
  // Nobody has to look at a product before it is sold.
  status: words({ proposed: "published" }),
  thumbnail: emptyIsAbsent,
  "images[].id": dropped,
  "images[].isThumbnail": dropped,
  "sales_channels[].name": dropped,
  ...under("variants[].", newVariant),
}

/** `POST /vendor/products/:id`: a new image comes with the id of its upload. */
const changedProduct: Shape = {
  ...ownRules,
  thumbnail: emptyIsNull,
  "images[].id": (id) =>
    typeof id === "string" && !id.startsWith("img_") ? undefined : id,
  "images[].isThumbnail": dropped,
  "sales_channels[].name": dropped,
  ...under("variants[].", changedVariant),
}

/** Panels tell prices by region from `rules`, other clients from `price_rules`. */
const withPriceRules: Change = (price) =>
  isRecord(price) && isRecord(price.rules)
    ? { ...price, price_rules: toList(price.rules) }
    : price

const toList = (rules: Record<string, unknown>) =>
  Object.entries(rules).map(([attribute, value]) => ({ attribute, value }))

/** The category that a row of the relation names; none once it is deleted. */
const secondaryCategory: Change = (row) =>
  isRecord(row) && "product_category" in row
    ? (row.product_category ?? undefined)
    : row

/** How a seller's products are written and read. */
export const productShapes = {
  answer: {
    "": heldStatus,
    "**.prices[]": withPriceRules,
    "**.secondary_categories[]": secondaryCategory,
  } satisfies Shape,
  newProduct,
  changedProduct,
  batch: {
    ...under("create[].", newProduct),
    ...under("update[].", changedProduct),
  } satisfies Shape,
  newVariant,
  /** Panels send `allow_backorder: true` with every edit: what is stored stays; a batch switches it on. */
  changedVariant: {
    ...changedVariant,
    "": keepRegionPrices,
    allow_backorder: (value: unknown) => (value === true ? undefined : value),
  } satisfies Shape,
}
