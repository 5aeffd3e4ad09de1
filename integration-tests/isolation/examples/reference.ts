import { at, plain, type Make } from "./example"

/** Reference data: read with nothing, or with an id that the world has. */
export const reference: Record<string, Make> = {
  "GET /vendor/regions/:id": at(({ world }) => ({
    params: { id: world.regionId },
  })),
  "GET /vendor/currencies/:code": at(() => ({ params: { code: "eur" } })),
  "GET /vendor/sales-channels/:id": at(({ world }) => ({
    params: { id: world.salesChannelId },
  })),
  "GET /vendor/fulfillment-providers/:id/options": at(() => ({
    params: { id: "manual_manual" },
  })),
  "GET /vendor/attributes": plain,
  ...Object.fromEntries(
    [
      "attributes",
      "product-categories",
      "product-collections",
      "product-tags",
      "product-types",
      "refund-reasons",
      "return-reasons",
    ].map((name) => [
      `GET /vendor/${name}/:id`,
      at(({ reference: { [name]: id = "none" } }) => ({ params: { id } })),
    ])
  ),
  ...Object.fromEntries(
    [
      "stores",
      "regions",
      "currencies",
      "sales-channels",
      "price-preferences",
      "fulfillment-providers",
      "product-categories",
      "product-collections",
      "product-tags",
      "product-types",
      "refund-reasons",
      "return-reasons",
    ].map((name) => [`GET /vendor/${name}`, plain])
  ),
}
