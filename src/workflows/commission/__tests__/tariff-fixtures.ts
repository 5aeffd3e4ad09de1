import type {
  CommissionRate,
  FeeComponent,
} from "../../../modules/commission/types"

type Line = {
  quantity?: number
  gross: string
  tax?: string
  discount?: string
}

/** A kind of tariff that marketplaces publish, with an order worked out by hand. */
export type TariffFixture = {
  name: string
  currency?: string
  rate: Partial<CommissionRate> & { components: FeeComponent[] }
  items: Line[]
  shipping?: Line[]
  /** Commission per item line, then per shipping line. */
  charges: string[]
  /** Tax on the fee per line; nothing when absent. */
  feeTax?: string[]
}

const eur = (amount: string) => ({ eur: amount })
const percent = (percentage: string): FeeComponent => ({
  type: "percentage",
  percentage,
})

/** Percentages and fixed amounts, with bounds. */
export const tariffFixtures: TariffFixture[] = [
  {
    name: "referral of 15 % with a minimum of 0.30 per piece",
    rate: {
      components: [percent("15")],
      min: { per: "unit", amounts: eur("0.30") },
    },
    items: [
      { gross: "1.50" },
      { gross: "40.00", quantity: 2 },
      { gross: "3.00", quantity: 2 },
    ],
    charges: ["0.30", "6.00", "0.60"],
  },
  {
    name: "media: 15 % and a closing fee of 1.80 per piece",
    rate: {
      components: [
        percent("15"),
        { type: "fixed", per: "unit", amounts: eur("1.80") },
      ],
    },
    items: [{ gross: "24.00", quantity: 2 }],
    charges: ["7.20"],
  },
  {
    name: "media, where the minimum of 1.00 is on the referral alone",
    rate: {
      components: [
        {
          type: "percentage",
          percentage: "15",
          min: { per: "line", amounts: eur("1.00") },
        },
        { type: "fixed", per: "unit", amounts: eur("1.80") },
      ],
    },
    items: [{ gross: "5.00" }],
    charges: ["2.80"],
  },
  {
    name: "listing 0.20 a piece, transaction 6.5 %, processing 3 % with tax and 0.25 an order",
    rate: {
      shipping_percentage: "9.5",
      components: [
        { type: "fixed", per: "unit", amounts: eur("0.20") },
        percent("6.5"),
        { type: "percentage", percentage: "3", include_tax: true },
        { type: "fixed", per: "order", amounts: eur("0.25") },
      ],
    },
    items: [{ gross: "30.00", tax: "2.40", quantity: 2 }],
    shipping: [{ gross: "4.00" }],
    charges: ["3.57", "0.38"],
  },
  {
    name: "12 % and 19 % VAT on the fee",
    rate: { components: [percent("12")], fee_tax_percentage: "19" },
    items: [{ gross: "100.00", tax: "19.00" }, { gross: "9.90" }],
    charges: ["12.00", "1.19"],
    feeTax: ["2.28", "0.23"],
  },
  {
    name: "deposit goods: 1.20 per piece and nothing else",
    rate: {
      components: [{ type: "fixed", per: "unit", amounts: eur("1.20") }],
    },
    items: [{ gross: "63.00", quantity: 7 }],
    charges: ["8.40"],
  },
  {
    name: "sold by weight: 0.15 per kilogram, quantities with decimals",
    rate: {
      components: [{ type: "fixed", per: "unit", amounts: eur("0.15") }],
    },
    items: [{ gross: "18.90", quantity: 2.7 }],
    charges: ["0.40"],
  },
  {
    name: "10 %, at most 50.00 a line",
    rate: {
      components: [percent("10")],
      max: { per: "line", amounts: eur("50") },
    },
    items: [{ gross: "900.00" }, { gross: "500.00" }],
    charges: ["50.00", "50.00"],
  },
  {
    name: "tickets: 3.7 % and 1.79 a ticket, 2.9 % processing, at most 19.95 a ticket",
    rate: {
      components: [
        percent("3.7"),
        { type: "fixed", per: "unit", amounts: eur("1.79") },
        percent("2.9"),
      ],
      max: { per: "unit", amounts: eur("19.95") },
    },
    items: [
      { gross: "100.00", quantity: 4 },
      { gross: "700.00", quantity: 2 },
    ],
    charges: ["13.76", "39.90"],
  },
  {
    name: "flat 2.00 a line, whatever it holds",
    rate: { components: [{ type: "fixed", per: "line", amounts: eur("2") }] },
    items: [{ gross: "10.00" }, { gross: "250.00", quantity: 5 }],
    charges: ["2.00", "2.00"],
  },
  {
    name: "8 %, at most 100.00 an order",
    rate: {
      components: [percent("8")],
      max: { per: "order", amounts: eur("100") },
    },
    items: [{ gross: "1000.00" }, { gross: "500.00" }],
    charges: ["66.67", "33.33"],
  },
  {
    name: "5 %, at least 2.50 an order",
    rate: {
      components: [percent("5")],
      min: { per: "order", amounts: eur("2.50") },
    },
    items: [{ gross: "10.00" }, { gross: "15.00" }],
    charges: ["1.00", "1.50"],
  },
  {
    name: "14 % of what the buyer pays, tax and shipping included",
    rate: {
      include_tax: true,
      shipping_percentage: "14",
      components: [percent("14")],
    },
    items: [{ gross: "50.00", tax: "10.00" }],
    shipping: [{ gross: "6.00", tax: "1.20" }],
    charges: ["8.40", "1.01"],
  },
  {
    name: "10 % and 40 an order, in yen",
    currency: "jpy",
    rate: {
      components: [
        percent("10"),
        { type: "fixed", per: "order", amounts: { jpy: "40" } },
      ],
    },
    items: [{ gross: "1005" }],
    charges: ["140"],
  },
  {
    name: "7.5 %, in dinars of three decimals",
    currency: "kwd",
    rate: { components: [percent("7.5")] },
    items: [{ gross: "12.345" }, { gross: "40.000" }],
    charges: ["0.926", "3.000"],
  },
  {
    name: "12 % after the seller's own discount",
    rate: { components: [percent("12")] },
    items: [{ gross: "100.00", discount: "10.00", tax: "9.00" }],
    shipping: [{ gross: "5.00" }],
    charges: ["10.80", "0.00"],
  },
]
