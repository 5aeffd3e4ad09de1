import type { Scene } from "../fixtures"
import { at, plain, type Make } from "./example"

const variantOf = ({ own }: Scene) => ({
  id: own.product,
  variant_id: own.product_variant,
})

const variantBody = ({ own }: Scene, size: string, sku: string) => ({
  title: `Size ${size}`,
  sku,
  options: { Size: size },
  prices: [{ currency_code: "eur", amount: 5 }],
  inventory_items: [{ inventory_item_id: own.spareItem, required_quantity: 1 }],
})

const newProduct = (scene: Scene, title: string) => ({
  title,
  shipping_profile_id: scene.own.shipping_profile,
  options: [{ title: "Size", values: ["S"] }],
  variants: [variantBody(scene, "S", `${title}-s`)],
})

const changedVariant = ({ own }: Scene) => ({
  id: own.product_variant,
  title: "Changed",
  prices: [{ id: own.variant_price, currency_code: "eur", amount: 6 }],
})

const changedProduct = (scene: Scene) => ({
  title: "Changed chain",
  shipping_profile_id: scene.own.shipping_profile,
  images: [
    { id: scene.own.product_image, url: "https://img.example.com/n.png" },
  ],
  variants: [changedVariant(scene)],
})

export const catalogue: Record<string, Make> = {
  "GET /vendor/products": plain,
  "POST /vendor/products": at((scene) => ({ body: newProduct(scene, "new") })),
  "GET /vendor/products/:id": at(({ own }) => ({
    params: { id: own.product },
  })),
  "POST /vendor/products/:id": at((scene) => ({
    params: { id: scene.own.product },
    body: changedProduct(scene),
  })),
  "DELETE /vendor/products/:id": at(({ own }) => ({
    params: { id: own.product },
  })),
  "POST /vendor/products/:id/status": at(({ own }) => ({
    params: { id: own.product },
    body: { status: "draft" },
  })),
  "POST /vendor/products/batch": at(
    (scene) => ({
      body: {
        create: [newProduct(scene, "batch")],
        update: [{ id: scene.own.product, ...changedProduct(scene) }],
      },
    }),
    ({ own }) => ({ body: { delete: [own.product] } })
  ),
  "POST /vendor/products/export": plain,
  "POST /vendor/products/import": () => ({
    calls: [{}],
    // A file comes as multipart, which has a suite of its own.
    status: 400,
  }),
  "GET /vendor/products/:id/applicable-attributes": at(({ own }) => ({
    params: { id: own.product },
  })),
  "GET /vendor/products/:id/options": at(({ own }) => ({
    params: { id: own.product },
  })),
  "POST /vendor/products/:id/options": at(({ own }) => ({
    params: { id: own.product },
    body: { title: "Colour", values: ["Red"] },
  })),
  "POST /vendor/products/:id/options/:option_id": at(({ own }) => ({
    params: { id: own.product, option_id: own.product_option },
    body: { title: "Length" },
  })),
  "DELETE /vendor/products/:id/options/:option_id": ({ own }) => ({
    calls: [{ params: { id: own.product, option_id: own.product_option } }],
    // Medusa does not take away an option that variants use.
    status: 400,
  }),
  "GET /vendor/products/:id/variants": at(({ own }) => ({
    params: { id: own.product },
  })),
  "POST /vendor/products/:id/variants": at((scene) => ({
    params: { id: scene.own.product },
    body: variantBody(scene, "M", "more-m"),
  })),
  "POST /vendor/products/:id/variants/batch": at(
    (scene) => ({
      params: { id: scene.own.product },
      body: {
        create: [variantBody(scene, "M", "batch-m")],
        update: [changedVariant(scene)],
      },
    }),
    ({ own }) => ({
      params: { id: own.product },
      body: { delete: [own.product_variant] },
    })
  ),
  "GET /vendor/products/:id/variants/:variant_id": at((scene) => ({
    params: variantOf(scene),
  })),
  "POST /vendor/products/:id/variants/:variant_id": at((scene) => {
    const { id, ...body } = changedVariant(scene)
    return { params: variantOf(scene), body }
  }),
  "DELETE /vendor/products/:id/variants/:variant_id": at((scene) => ({
    params: variantOf(scene),
  })),
  "POST /vendor/products/:id/variants/:variant_id/media": (scene) => {
    const params = variantOf(scene)
    const { own, foreign } = scene
    return {
      calls: [
        { params, body: { add: [own.product_image] } },
        { params, body: { remove: [own.product_image] } },
      ],
      foreign: [
        { params, body: { add: [own.product_image, foreign.product_image] } },
        { params, body: { remove: [foreign.product_image] } },
      ],
    }
  },
}
