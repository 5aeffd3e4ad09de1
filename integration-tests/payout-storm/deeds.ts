export const sellers = Array.from({ length: 12 }, (_, n) => `sel_storm_${n}`)

const money = { provider_id: "pp_storm", currency_code: "eur" }

/**
 * What one order does to the books, the same whenever it is asked for: captured,
 * released, and every third one refunded by half.
 */
export function orderOf(worker: number, n: number) {
  const order_id = `order_${worker}_${n}`
  const amount = BigInt(1000 + ((worker * 7919 + n * 104_729) % 90_000))
  const commission = amount / 10n
  const half = amount / 2n
  return {
    line: {
      ...{
        order_id,
        seller_id: sellers[(worker * 5 + n) % sellers.length] ?? "",
      },
      ...{ origin: "placement" as const, currency_code: "eur" },
      ...{ line_type: "item" as const, line_id: "item_1", gross: amount },
      ...{ discount_seller: 0n, discount_platform: 0n, tax: 0n },
      ...{ tax_remitter: "platform" as const, commission, commission_tax: 0n },
      ...{ rule_id: null, rule_version: null, explain: {} },
    },
    capture: { capture_id: `cap_${order_id}`, order_id, amount, ...money },
    release: { order_id, part: "all" },
    refund:
      n % 3 === 0
        ? {
            ...{
              refund_id: `ref_${order_id}`,
              order_id,
              amount: half,
              ...money,
            },
            lines: [
              {
                ...{ line_type: "item" as const, line_id: "item_1" },
                ...{ amount: half, tax: 0n },
              },
            ],
          }
        : undefined,
  }
}
