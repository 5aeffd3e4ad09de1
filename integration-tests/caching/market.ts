import { SELLER_MODULE } from "../../src/modules/seller"
import type { SellerModuleService } from "../../src/modules/seller/service"
import type { App } from "../app"
import { signIn } from "../members"
import { createProduct, createSeller, createWorld } from "../world"

const address = { address_1: "Lindenweg 4", country_code: "de" }

/** One seller with one thing; what can be written about it and where it is read. */
export async function openMarket(app: App) {
  const world = await createWorld(app)
  const seller = await createSeller(world, "Bob 0")
  const thing = await createProduct(world, seller, {
    ...{ title: "Bolt 0", price: 10, stock: 50 },
  })
  const owner = await signIn(world, seller)
  const member = await signIn(world, seller, "manager")
  return { world, seller, thing, owner, member, api: app.api }
}
export type Market = Awaited<ReturnType<typeof openMarket>>

/** Every write answers before its promise resolves. */
export function writersOf({ world, seller, thing, member, api }: Market) {
  const { admin, container } = world
  const post = async (path: string, body: unknown) => {
    const { status, data } = await api.post(path, body, admin)
    if (status >= 300) {
      throw new Error(`${path}: ${status} ${JSON.stringify(data)}`)
    }
  }
  const { id, variantId, inventoryItemId } = thing
  return {
    name: (name: string) => post(`/admin/sellers/${seller.id}`, { name }),
    status: (store_status: string) =>
      post(`/admin/sellers/${seller.id}`, { store_status }),
    title: (title: string) => post(`/admin/products/${id}`, { title }),
    price: (amount: number) =>
      post(`/admin/products/${id}/variants/${variantId}`, {
        prices: [{ currency_code: "eur", amount }],
      }),
    stock: (stocked_quantity: number) =>
      post(
        `/admin/inventory-items/${inventoryItemId}/location-levels/${seller.stockLocationId}`,
        { stocked_quantity }
      ),
    option: (name: string) =>
      post(`/admin/shipping-options/${seller.shippingOptionId}`, { name }),
    role: async (role: string) => {
      await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .updateSellerMembers({
          id: member.membershipId,
          role_id: `role_${role}`,
        })
    },
  }
}

/** The pages that shoppers read, and what members may. */
export function readersOf({ world, thing, owner, member, api }: Market) {
  const { store, regionId } = world
  const fields =
    "title,*seller,*variants.calculated_price,+variants.inventory_quantity"
  const page = `/store/products/${thing.id}?region_id=${regionId}&fields=${encodeURIComponent(fields)}`
  return {
    page: () => api.get(page, store),
    newCart: (quantity: number) =>
      api.post(
        "/store/carts",
        {
          ...{ region_id: regionId, shipping_address: address },
          items: [{ variant_id: thing.variantId, quantity }],
        },
        store
      ),
    options: (cart: string) =>
      api.get(`/store/carts/${cart}/shipping-options`, store),
    cart: (cart: string) => api.get(`/store/carts/${cart}`, store),
    /** 400 for who may write, as the body is empty, else 403. */
    writeAsOwner: () => api.post("/vendor/products", {}, owner.as),
    writeAsMember: () => api.post("/vendor/products", {}, member.as),
  }
}
