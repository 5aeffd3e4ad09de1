import type { TariffFixture } from "./tariff-fixtures"

const eur = (amount: string) => ({ eur: amount })

/** Rates that change with the price, the line or the order. */
export const tieredTariffFixtures: TariffFixture[] = [
  {
    name: "8 % while a piece costs at most 10.00, else 15 % of everything, minimum 0.30",
    rate: {
      components: [
        {
          type: "tiers",
          mode: "band",
          of: "unit",
          tiers: [
            { up_to: eur("10"), percentage: "8" },
            { up_to: null, percentage: "15" },
          ],
        },
      ],
      min: { per: "unit", amounts: eur("0.30") },
    },
    items: [
      { gross: "29.97", quantity: 3 },
      { gross: "20.00", quantity: 2 },
      { gross: "10.01" },
    ],
    charges: ["2.40", "1.60", "1.50"],
  },
  {
    name: "15 % of the first 100.00 of each piece and 8 % of the rest",
    rate: {
      components: [
        {
          type: "tiers",
          mode: "slice",
          of: "unit",
          tiers: [
            { up_to: eur("100"), percentage: "15" },
            { up_to: null, percentage: "8" },
          ],
        },
      ],
    },
    items: [{ gross: "500.00", quantity: 2 }, { gross: "99.99" }],
    charges: ["54.00", "15.00"],
  },
  {
    name: "jewellery: 20 % up to 250.00, 5 % above, minimum 0.30 a line",
    rate: {
      components: [
        {
          type: "tiers",
          mode: "slice",
          of: "line",
          tiers: [
            { up_to: eur("250"), percentage: "20" },
            { up_to: null, percentage: "5" },
          ],
        },
      ],
      min: { per: "line", amounts: eur("0.30") },
    },
    items: [{ gross: "1000.00" }, { gross: "1.00" }],
    charges: ["87.50", "0.30"],
  },
  {
    name: "final value 13.25 % with tax and shipping, 2.35 % above 7,500.00, and 0.40 an order (0.30 up to 10.00)",
    rate: {
      include_tax: true,
      shipping_percentage: "13.25",
      components: [
        {
          type: "tiers",
          mode: "slice",
          of: "unit",
          tiers: [
            { up_to: eur("7500"), percentage: "13.25" },
            { up_to: null, percentage: "2.35" },
          ],
        },
        {
          type: "tiers",
          mode: "band",
          of: "order",
          tiers: [
            { up_to: eur("10"), fixed: eur("0.30") },
            { up_to: null, fixed: eur("0.40") },
          ],
        },
      ],
    },
    items: [{ gross: "45.00", tax: "3.60" }],
    shipping: [{ gross: "5.00", tax: "0.40" }],
    charges: ["6.84", "0.72"],
  },
  {
    name: "25 % of orders up to 50.00, 20 % up to 200.00, 15 % above",
    rate: {
      components: [
        {
          type: "tiers",
          mode: "band",
          of: "order",
          tiers: [
            { up_to: eur("50"), percentage: "25" },
            { up_to: eur("200"), percentage: "20" },
            { up_to: null, percentage: "15" },
          ],
        },
      ],
    },
    items: [{ gross: "120.00" }, { gross: "100.00" }],
    charges: ["18.00", "15.00"],
  },
  {
    name: "resale: flat 2.95 up to 15.00, 20 % above",
    rate: {
      components: [
        {
          type: "tiers",
          mode: "band",
          of: "line",
          tiers: [
            { up_to: eur("15"), fixed: eur("2.95") },
            { up_to: null, percentage: "20" },
          ],
        },
      ],
    },
    items: [{ gross: "14.00" }, { gross: "40.00" }],
    charges: ["2.95", "8.00"],
  },
  {
    name: "the first 20.00 of an order are free, then 9 %",
    rate: {
      components: [
        {
          type: "tiers",
          mode: "slice",
          of: "order",
          tiers: [
            { up_to: eur("20"), percentage: "0" },
            { up_to: null, percentage: "9" },
          ],
        },
      ],
    },
    items: [{ gross: "15.00" }, { gross: "30.00" }],
    charges: ["0.75", "1.50"],
  },
]
