import { fromMinorUnits } from "../../../money/minor-units"
import { chargeOrder } from "../charge-order"
import { currencyOf, itemOf, moneyOf, orderOf, ruleOf } from "./orders"
import { tariffFixtures } from "./tariff-fixtures"
import { tieredTariffFixtures } from "./tiered-tariff-fixtures"

const fixtures = [...tariffFixtures, ...tieredTariffFixtures]

describe("published tariffs", () => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    "charges to the cent: %s",
    (_, fixture) => {
      const currency = currencyOf(fixture.currency ?? "eur")
      const rule = ruleOf({ rate: fixture.rate })
      const charges = chargeOrder(
        orderOf(
          fixture.items.map((item, index) =>
            itemOf(rule, {
              ...item,
              id: `item_${index}`,
              currency: currency.code,
            })
          ),
          {
            currency,
            shipping: (fixture.shipping ?? []).map((line, index) => ({
              id: `ship_${index}`,
              item_ids: null,
              ...moneyOf(line, currency.code),
            })),
          }
        )
      )
      const money = (minor: bigint) => fromMinorUnits(minor, currency.digits)
      expect(charges.map(({ commission }) => money(commission))).toEqual(
        fixture.charges
      )
      expect(charges.map(({ fee_tax }) => money(fee_tax))).toEqual(
        fixture.feeTax ?? charges.map(() => money(0n))
      )
    }
  )
})
