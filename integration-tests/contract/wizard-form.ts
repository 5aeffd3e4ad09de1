/** What the wizard sends for a form in which only the title is filled in. */
export const wizardForm = (title: string, salesChannelId: string) => ({
  title,
  subtitle: "",
  handle: "",
  description: "",
  origin_country: "",
  material: "",
  mid_code: "",
  hs_code: "",
  status: "proposed",
  discountable: true,
  categories: [],
  tags: [],
  images: [
    { id: "up_1", url: "https://img.example.com/1.png", isThumbnail: true },
    { id: "up_2", url: "https://img.example.com/2.png", isThumbnail: false },
  ],
  sales_channels: [{ id: salesChannelId, name: "Storefront" }],
  options: [{ title: "Default option", values: ["Default option value"] }],
  variants: [
    {
      title: "",
      sku: "",
      ean: "",
      manage_inventory: true,
      allow_backorder: false,
      variant_rank: 0,
      options: { "Default option": "Default option value" },
      prices: [
        { currency_code: "eur", amount: 20 },
        { currency_code: "usd", amount: null },
      ],
    },
  ],
})
