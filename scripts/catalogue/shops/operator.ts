import { productsOf, type Shop } from "../types"

/** What the marketplace sells itself, without a seller. */
export const operatorShop: Shop = {
  name: "Marketplace",
  address: {
    address_1: "Lindenallee 4",
    postal_code: "10115",
    city: "Berlin",
    country_code: "de",
  },
  shippingPrice: 0,
  products: [
    productsOf("Goods", "Gifts")(
      "Gift box",
      "A box of grey board with ribbon and a card that we write for you.",
      {
        Size: [
          ["Small", "MP-GIFTBOX-S", 5.0, 300],
          ["Large", "MP-GIFTBOX-L", 7.5, 200],
        ],
      }
    ),
  ],
}
