/** What a product change has to wait for, part by part; `all` by default. */
export const productParts = [
  "title",
  "subtitle",
  "handle",
  "description",
  "images",
  "organisation",
  "attributes",
  "options",
  "variants",
  "shipping",
  "metadata",
] as const
export type ProductPart = (typeof productParts)[number]

/** Every policy with its default; the operator changes them for all or for one seller. */
export const policyDefaults = {
  /** Sellers only offer what the operator's catalogue holds: no products of their own. */
  global_product_catalog: false,
  /** A new product, and a change of one that is on sale, waits for the operator. */
  require_product_approval: false,
  /** Sellers may create products. */
  product_request_enabled: true,
  /** Sellers may import products. */
  product_import_enabled: true,
  /** Under approval: prices of a product on sale wait as well. */
  price_approval: false,
  /** Under approval: stock settings of a variant on sale wait as well. Quantities never do. */
  stock_approval: false,
  /** Another destination of a seller's payouts waits for the operator. */
  payout_details_approval: false,
  /** Under approval: which parts of a product on sale wait. */
  approval_parts: productParts as readonly ProductPart[],
}

export type Policies = typeof policyDefaults
export type PolicyName = keyof Policies
export type PolicyValue = Policies[PolicyName]

// The keys of a constant are its names.
export const policyNames = Object.keys(policyDefaults) as [
  PolicyName,
  ...PolicyName[],
]

const isFlag = (name: PolicyName) => typeof policyDefaults[name] === "boolean"

/** Whether a value is one that the policy takes. */
export function fitsPolicy(
  name: PolicyName,
  value: unknown
): value is PolicyValue {
  return isFlag(name)
    ? typeof value === "boolean"
    : Array.isArray(value) &&
        value.every((part) => productParts.some((known) => known === part))
}
