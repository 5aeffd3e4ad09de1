import { type Change, type Shape } from "../../_kit/shape"
import { sellerContext } from "../../_kit/vendor-route"

/**
 * Medusa wants names of shipping profiles, fulfilment sets, service zones and
 * customer groups unique among all sellers: they are stored as `<seller id>:<name>`.
 */
export const storedName: Change = (name, { req }) => {
  const prefix = `${sellerContext(req).sellerId}:`
  if (typeof name !== "string" || name.startsWith(prefix)) {
    return name ?? undefined
  }
  return `${prefix}${name}`
}

/** The same for a filter, which may be a list of names. */
export const storedNames: Change = (names, context) =>
  Array.isArray(names)
    ? names.map((name: unknown) => storedName(name, context))
    : storedName(names, context)

const shownName: Change = (name, { req }) =>
  typeof name === "string"
    ? name.replace(`${sellerContext(req).sellerId}:`, "")
    : name

/**
 * Takes the prefix off again in answers. Names of shipping profiles keep it:
 * classic panels show what stands behind the colon, and cannot do without one.
 */
export const shownNames: Shape = {
  "**.fulfillment_sets[].name": shownName,
  "**.fulfillment_set.name": shownName,
  "**.service_zones[].name": shownName,
  "**.service_zone.name": shownName,
  "parent.name": shownName,
  "**.customer_groups[].name": shownName,
  "**.customer_group.name": shownName,
  "**.groups[].name": shownName,
}

/** The same where groups are offered as values of a rule. */
export const shownLabels: Shape = { "**.values[].label": shownName }
