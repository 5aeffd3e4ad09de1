import { productsOf, type SellerShop } from "../types"

const coffee = productsOf("Food", "Coffee")
const roasted = (
  roast: "Light" | "Medium" | "Dark",
  ...[title, description, option]: Parameters<typeof coffee>
) => ({ ...coffee(title, description, option), attributes: { Roast: roast } })
const gear = productsOf("Goods", "Coffee gear")

export const coffeeRoaster: SellerShop = {
  name: "Rösterei Morgenrot",
  handle: "roesterei-morgenrot",
  description:
    "Coffee bought from the farms, roasted in small drums in Hamburg every Tuesday and Friday.",
  owner: {
    name: "Emre Aydın",
    email: "emre@roesterei-morgenrot.example",
    password: "morgenrot-demo-1",
  },
  address: {
    address_1: "Bahrenfelder Straße 130",
    postal_code: "22765",
    city: "Hamburg",
    country_code: "de",
  },
  shippingPrice: 3.9,
  products: [
    roasted(
      "Dark",
      "Hafenblick",
      "House espresso: Brazil and India, nutty and round.",
      {
        Weight: [
          ["250 g", "RM-HAFEN-250", 9.5, 120],
          ["1 kg", "RM-HAFEN-1000", 32.0, 60],
        ],
      }
    ),
    roasted(
      "Light",
      "Guji Uraga",
      "Ethiopia, washed: jasmine, peach, black tea.",
      {
        Weight: [
          ["250 g", "RM-GUJI-250", 13.5, 80],
          ["1 kg", "RM-GUJI-1000", 46.0, 30],
        ],
      }
    ),
    roasted(
      "Medium",
      "Finca El Rosal",
      "Colombia, honey: red apple and caramel.",
      {
        Weight: [
          ["250 g", "RM-ROSAL-250", 12.5, 70],
          ["1 kg", "RM-ROSAL-1000", 42.0, 25],
        ],
      }
    ),
    roasted("Medium", "Antigua", "Guatemala, washed: cocoa and orange.", {
      Weight: [
        ["250 g", "RM-ANTIGUA-250", 11.5, 75],
        ["1 kg", "RM-ANTIGUA-1000", 39.0, 28],
      ],
    }),
    coffee("Nachtschicht", "Decaffeinated with carbon dioxide: hazelnut.", {
      Weight: [
        ["250 g", "RM-DECAF-250", 10.9, 50],
        ["1 kg", "RM-DECAF-1000", 37.0, 18],
      ],
    }),
    coffee("Cold brew pouches", "Coarse coffee in pouches for the fridge.", {
      Pack: [
        ["4 pouches", "RM-COLD-4", 8.9, 60],
        ["12 pouches", "RM-COLD-12", 23.9, 25],
      ],
    }),
    gear("Hand filter", "Porcelain filter with spiral ribs.", {
      Size: [
        ["1–2 cups", "RM-FILTER-01", 22.9, 30],
        ["3–4 cups", "RM-FILTER-02", 26.9, 24],
      ],
    }),
    gear("Filter papers", "Unbleached, 100 pieces.", {
      Size: [
        ["1–2 cups", "RM-PAPER-01", 4.5, 200],
        ["3–4 cups", "RM-PAPER-02", 4.9, 180],
      ],
    }),
    gear("Hand grinder", "Steel burrs, 24 steps, folds into a bag.", {
      Colour: [
        ["Silver", "RM-GRINDER-SILVER", 79.0, 12],
        ["Black", "RM-GRINDER-BLACK", 79.0, 10],
      ],
    }),
    gear("Milk jug", "Stainless steel with a sharp spout.", {
      Volume: [
        ["350 ml", "RM-JUG-350", 24.5, 26],
        ["600 ml", "RM-JUG-600", 29.5, 20],
      ],
    }),
  ],
}
