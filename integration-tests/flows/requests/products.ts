import { decide } from "../../sign-up"
import { chain, newSeller } from "../../vendor-client"
import type { World } from "../../world"

export const rule = (
  { api, admin }: World,
  rule_type: string,
  is_enabled = true
) => api.post("/admin/configuration", { rule_type, is_enabled }, admin)

export const inStore = async ({ api, store }: World, id: string) =>
  (await api.get(`/store/products/${id}?fields=title,*variants`, store)).data
    .product

/** As a client sends it, into the channel of the storefront. */
export const chainIn = ({ salesChannelId }: World, sku: string) => ({
  ...chain(sku),
  sales_channels: [{ id: salesChannelId }],
})

/** A seller, and a product of its own that the operator accepted. */
export async function onSale(world: World) {
  const bob = await newSeller(world, "Bob")
  const made = await bob.client.post("/products", chainIn(world, "bob"))
  const [request] = made.requests
  expect((await decide(world, request.id, "accepted")).status).toBe(200)
  return { bob, id: made.product.id, product: made.product }
}

export const bySku = (a: { sku: string }, b: { sku: string }) =>
  a.sku.localeCompare(b.sku)
