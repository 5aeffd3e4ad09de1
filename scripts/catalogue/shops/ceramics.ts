import { productsOf, type SellerShop } from "../types"

const table = productsOf("Goods", "Tableware")
const vase = productsOf("Goods", "Vases")

export const ceramics: SellerShop = {
  name: "Atelier Lindqvist",
  handle: "atelier-lindqvist",
  description:
    "Stoneware thrown and glazed by two potters in Vienna, safe for oven and dishwasher.",
  owner: {
    name: "Sofia Lindqvist",
    email: "sofia@atelier-lindqvist.example",
    password: "lindqvist-demo-1",
  },
  address: {
    address_1: "Westbahnstraße 21",
    postal_code: "1070",
    city: "Wien",
    country_code: "at",
  },
  shippingPrice: 6.5,
  products: [
    table("Mug Morgon", "Straight mug with a wide handle, 300 ml.", {
      Glaze: [
        ["Chalk", "AL-MUG-CHALK", 24.0, 40],
        ["Moss", "AL-MUG-MOSS", 24.0, 35],
        ["Ink", "AL-MUG-INK", 24.0, 30],
      ],
    }),
    table("Espresso cup", "Thick-walled cup that stays warm, 80 ml.", {
      Glaze: [
        ["Chalk", "AL-ESP-CHALK", 18.0, 50],
        ["Ink", "AL-ESP-INK", 18.0, 44],
      ],
    }),
    table("Dinner plate", "Flat plate with a raw rim, 27 cm.", {
      Glaze: [
        ["Chalk", "AL-PLATE27-CHALK", 36.0, 24],
        ["Moss", "AL-PLATE27-MOSS", 36.0, 20],
      ],
    }),
    table("Breakfast plate", "Flat plate with a raw rim, 21 cm.", {
      Glaze: [
        ["Chalk", "AL-PLATE21-CHALK", 28.0, 30],
        ["Moss", "AL-PLATE21-MOSS", 28.0, 26],
      ],
    }),
    table("Bowl Skål", "For soup, muesli or noodles.", {
      Size: [
        ["14 cm", "AL-BOWL-14", 26.0, 36],
        ["18 cm", "AL-BOWL-18", 34.0, 22],
      ],
    }),
    table("Serving dish", "Oval dish for the middle of the table.", {
      Size: [
        ["32 cm", "AL-DISH-32", 68.0, 9],
        ["40 cm", "AL-DISH-40", 89.0, 5],
      ],
    }),
    table("Butter dish", "With a lid that fits.", {
      Glaze: [
        ["Chalk", "AL-BUTTER-CHALK", 42.0, 14],
        ["Ink", "AL-BUTTER-INK", 42.0, 11],
      ],
    }),
    vase("Vase Halm", "Narrow neck for one or three stems.", {
      Height: [
        ["16 cm", "AL-VASE-16", 39.0, 18],
        ["24 cm", "AL-VASE-24", 58.0, 12],
      ],
    }),
    vase("Moon jar", "Round vase, every piece a little different.", {
      Glaze: [
        ["Chalk", "AL-MOON-CHALK", 120.0, 4],
        ["Ash", "AL-MOON-ASH", 120.0, 3],
      ],
    }),
    vase("Candle holder", "Weighted foot, for 22 mm candles.", {
      Glaze: [
        ["Chalk", "AL-CANDLE-CHALK", 22.0, 28],
        ["Moss", "AL-CANDLE-MOSS", 22.0, 25],
      ],
    }),
  ],
}
