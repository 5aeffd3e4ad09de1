import { at, plain, type Make } from "./example"

const stockAt = (item: string, location: string) => ({
  inventory_item_id: item,
  location_id: location,
  stocked_quantity: 3,
})

export const stock: Record<string, Make> = {
  "GET /vendor/inventory-items": plain,
  "POST /vendor/inventory-items": at(({ own }) => ({
    body: {
      title: "Loose",
      location_levels: [{ location_id: own.stock_location }],
    },
  })),
  "POST /vendor/inventory-items/location-levels/batch": at(
    ({ own }) => ({
      body: {
        create: [stockAt(own.spareItem, own.spareLocation)],
        update: [stockAt(own.inventory_item, own.stock_location)],
      },
    }),
    ({ own }) => ({ body: { delete: [own.inventory_level], force: true } })
  ),
  "GET /vendor/inventory-items/:id": at(({ own }) => ({
    params: { id: own.inventory_item },
  })),
  "POST /vendor/inventory-items/:id": at(({ own }) => ({
    params: { id: own.inventory_item },
    body: { title: "Renamed" },
  })),
  "DELETE /vendor/inventory-items/:id": at(({ own }) => ({
    params: { id: own.spareItem },
  })),
  "GET /vendor/inventory-items/:id/location-levels": at(({ own }) => ({
    params: { id: own.inventory_item },
  })),
  "POST /vendor/inventory-items/:id/location-levels": at(({ own }) => ({
    params: { id: own.inventory_item },
    body: { location_id: own.spareLocation, stocked_quantity: 1 },
  })),
  "POST /vendor/inventory-items/:id/location-levels/batch": at(
    ({ own }) => ({
      params: { id: own.inventory_item },
      body: {
        create: [{ location_id: own.spareLocation }],
        update: [
          {
            id: own.inventory_level,
            location_id: own.stock_location,
            stocked_quantity: 2,
          },
        ],
      },
    }),
    ({ own }) => ({
      params: { id: own.inventory_item },
      body: { delete: [own.inventory_level], force: true },
    })
  ),
  "GET /vendor/inventory-items/:id/location-levels/:location_id": at(
    ({ own }) => ({
      params: { id: own.inventory_item, location_id: own.stock_location },
    })
  ),
  "POST /vendor/inventory-items/:id/location-levels/:location_id": at(
    ({ own }) => ({
      params: { id: own.inventory_item, location_id: own.stock_location },
      body: { stocked_quantity: 8 },
    })
  ),
  "DELETE /vendor/inventory-items/:id/location-levels/:location_id": at(
    ({ own }) => ({
      params: { id: own.inventory_item, location_id: own.stock_location },
    })
  ),
}
