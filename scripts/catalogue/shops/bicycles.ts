import { productsOf, type SellerShop } from "../types"

const part = productsOf("Goods", "Bicycle parts")
const accessory = productsOf("Goods", "Bicycle accessories")

export const bicycles: SellerShop = {
  name: "Kessler Fahrradteile",
  handle: "kessler-fahrradteile",
  description:
    "Parts for bicycles that are ridden every day, from a workshop in Leipzig that repairs them since 1987.",
  owner: {
    name: "Jana Kessler",
    email: "jana@kessler-fahrradteile.example",
    password: "kessler-demo-1",
  },
  address: {
    address_1: "Karl-Heine-Straße 48",
    postal_code: "04229",
    city: "Leipzig",
    country_code: "de",
  },
  shippingPrice: 4.9,
  products: [
    part(
      "Tyre Stadtläufer",
      "Puncture-protected city tyre with a reflective stripe.",
      {
        Size: [
          ["28 × 1.40", "KF-TYRE-28-37", 24.9, 60],
          ["28 × 1.75", "KF-TYRE-28-47", 26.9, 45],
          ["26 × 1.75", "KF-TYRE-26-47", 23.9, 30],
        ],
      }
    ),
    part("Inner tube", "Butyl tube; fits tyres from 32 to 47 mm.", {
      Valve: [
        ["Dunlop", "KF-TUBE-DV", 6.5, 200],
        ["Presta", "KF-TUBE-SV", 6.5, 180],
        ["Schrader", "KF-TUBE-AV", 6.5, 150],
      ],
    }),
    part("Chain", "Zinc-plated chain with quick link, 116 links.", {
      Speeds: [
        ["1-speed", "KF-CHAIN-1", 14.9, 40],
        ["8-speed", "KF-CHAIN-8", 19.9, 55],
        ["10-speed", "KF-CHAIN-10", 29.9, 35],
      ],
    }),
    part("Brake pads", "Two pairs of cartridge pads for V-brakes.", {
      Compound: [
        ["All-weather", "KF-PADS-AW", 11.9, 90],
        ["Ceramic rims", "KF-PADS-CR", 16.9, 40],
      ],
    }),
    part(
      "Rear wheel",
      "Double-walled rim on a sealed hub, built and trued by hand.",
      {
        Size: [
          ["28 inch", "KF-WHEEL-R28", 89.0, 12],
          ["26 inch", "KF-WHEEL-R26", 85.0, 8],
        ],
      }
    ),
    part("Saddle Holm", "Leather saddle with steel springs.", {
      Colour: [
        ["Honey", "KF-SADDLE-HONEY", 79.0, 15],
        ["Black", "KF-SADDLE-BLACK", 79.0, 20],
      ],
    }),
    accessory("Dynamo headlight", "70 lux, with parking light.", {
      Mount: [
        ["Fork crown", "KF-LIGHT-FORK", 54.9, 25],
        ["Handlebar", "KF-LIGHT-BAR", 54.9, 18],
      ],
    }),
    accessory("Pannier Elster", "Waterproof pannier, 20 litres, rolls shut.", {
      Colour: [
        ["Slate", "KF-PANNIER-SLATE", 64.0, 22],
        ["Moss", "KF-PANNIER-MOSS", 64.0, 16],
        ["Rust", "KF-PANNIER-RUST", 64.0, 10],
      ],
    }),
    accessory("Bell", "Brass bell with a long ring.", {
      Clamp: [
        ["22.2 mm", "KF-BELL-22", 12.5, 70],
        ["25.4 mm", "KF-BELL-25", 12.5, 40],
      ],
    }),
    accessory("Workshop oil", "Biodegradable chain oil.", {
      Volume: [
        ["50 ml", "KF-OIL-50", 5.9, 120],
        ["250 ml", "KF-OIL-250", 14.9, 60],
      ],
    }),
  ],
}
