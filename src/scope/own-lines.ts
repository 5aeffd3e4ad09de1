/**
 * What a seller's promotion is held to by a rule of its own: the attribute that
 * Medusa's carts know of a line, whose value must be one of the seller's shipping
 * profiles. By what the promotion takes money off.
 */
export const ownLinesAttributes = {
  items: "items.variant.product.shipping_profile.id",
  shipping_methods: "shipping_methods.shipping_option.shipping_profile_id",
} as const
