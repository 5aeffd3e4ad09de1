import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SELLER_MODULE } from "../../../modules/seller"
import type { SellerModuleService } from "../../../modules/seller/service"
import { textOf } from "./payload"
import type { Facts, Payload, ReadFacts } from "./facts"

/** A product that somebody looked at, or put into a cart by one of its variants. */
export const productVisitFacts: ReadFacts = async (container, payload) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const id = payload.variant_id ? await productOf() : textOf(payload, "id")
  const { data } = id
    ? await query.graph({
        entity: "product",
        fields: ["id", "seller.id"],
        filters: { id },
      })
    : { data: [] }
  const [product] = data
  return product
    ? {
        ...visitOf(payload),
        resource_type: "product",
        resource_id: product.id,
        seller_id: product.seller?.id ?? null,
      }
    : null

  async function productOf(): Promise<string | undefined> {
    const { data: variants } = await query.graph({
      entity: "variant",
      fields: ["product_id"],
      filters: { id: textOf(payload, "variant_id") },
    })
    return variants[0]?.product_id ?? undefined
  }
}

/** A seller whose page somebody looked at. */
export const sellerVisitFacts: ReadFacts = async (container, payload) => {
  const [seller] = await container
    .resolve<SellerModuleService>(SELLER_MODULE)
    .listSellers({ handle: textOf(payload, "handle") })
  return seller
    ? {
        ...visitOf(payload),
        resource_type: "seller",
        resource_id: seller.id,
        seller_id: seller.id,
      }
    : null
}

/** A cart as it is now; the version is its last change. */
export const cartFacts: ReadFacts = async (container, payload) => {
  const id = textOf(payload, "id")
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "cart",
      fields: [
        ...["id", "customer_id", "currency_code", "updated_at"],
        ...["items.title", "item_subtotal"],
      ],
      filters: { id },
    })
  const [cart] = data
  return cart
    ? {
        resource_type: "cart",
        resource_id: id,
        version: new Date(cart.updated_at).toISOString(),
        seller_id: null,
        visitor: cart.customer_id ?? id,
        data: {
          amount: String(cart.item_subtotal),
          currency: cart.currency_code,
          items: (cart.items ?? []).flatMap((item: { title: string } | null) =>
            item ? { title: item.title } : []
          ),
        },
      }
    : null
}

/** Somebody opened an account as a shopper. */
export const customerFacts: ReadFacts = async (_container, payload) => {
  const id = textOf(payload, "id")
  return {
    resource_type: "customer",
    resource_id: id,
    version: "1",
    seller_id: null,
    visitor: id,
    data: {},
  }
}

/** A visit is told once: each has an id of its own. */
function visitOf(
  payload: Payload
): Pick<Facts, "version" | "visitor" | "data"> {
  return {
    version: textOf(payload, "visit"),
    visitor: textOf(payload, "visitor"),
    data:
      typeof payload.quantity === "number"
        ? { quantity: payload.quantity }
        : {},
  }
}
