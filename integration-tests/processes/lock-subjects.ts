import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  addShippingMethodToCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  updateInventoryLevelsWorkflow,
} from "@medusajs/medusa/core-flows"
import { PAYOUT_MODULE } from "../../src/modules/payout"
import type { PayoutModuleService } from "../../src/modules/payout/service"
import { saveCommissionRuleWorkflow } from "../../src/workflows/commission/save-rule"
import { completeCartWorkflow } from "../../src/workflows/order-set/complete-cart"
import { runPayoutsWorkflow } from "../../src/workflows/payout/run-payouts"
import { decideRequestWorkflow } from "../../src/workflows/request/decide-request"
import { submitRequestWorkflow } from "../../src/workflows/request/submit-request"
import { runSweepersWorkflow } from "../../src/workflows/sweeper/run-sweepers"
import { createMarket, createProduct, createSeller } from "../world"

const plenty = 1_000_000
export const scarce = 5
/** Sellers with money that is due, so many minor units each. */
export const payees = 20
export const owed = 5000

/** What the processes are at, all at once. */
export type Scene = {
  /** One cart of two sellers, and more carts with a scarce thing than there is of it. */
  cart: string
  scarceCarts: string[]
  plentyItem: string
  scarceItem: string
  locationId: string
  requests: string[]
  rule: string
}

/** What came of the tries of one process. */
export type Tally = { done: number; refused: number; failures: string[] }

/** Makes the scene in an empty marketplace, without HTTP. */
export async function setScene(container: MedusaContainer): Promise<Scene> {
  const market = await createMarket(container)
  const bob = await createSeller(market, "Bob's Parts")
  const alice = await createSeller(market, "Alice's Wares")
  const stocked = async (seller: typeof bob, title: string, stock: number) =>
    await createProduct(market, seller, { title, price: 1, stock })
  const bolt = await stocked(bob, "Bolt", plenty)
  const mug = await stocked(alice, "Mug", plenty)
  const lamp = await stocked(bob, "Lamp", scarce)
  const fill = async (variants: string[], options: string[]) =>
    await fillCart(market, variants, options)
  const scarceCarts: string[] = []
  for (let n = 0; n < scarce + 3; n++) {
    scarceCarts.push(
      await fill([bolt.variantId, lamp.variantId], [bob.shippingOptionId])
    )
  }
  await owe(container)
  return {
    cart: await fill(
      [bolt.variantId, mug.variantId],
      [bob.shippingOptionId, alice.shippingOptionId]
    ),
    scarceCarts,
    plentyItem: bolt.inventoryItemId,
    scarceItem: lamp.inventoryItemId,
    locationId: bob.stockLocationId,
    requests: await askForTags(container, bob.id),
    rule: await makeRule(container),
  }
}

/** Buys all of them at once; `tries` of each. */
export function completeCarts(
  container: MedusaContainer,
  { carts, tries }: { carts: string[]; tries: number }
): Promise<Tally> {
  return tally(
    carts.flatMap((id) => Array.from({ length: tries }, () => id)),
    (id) => completeCartWorkflow(container).run({ input: { id } })
  )
}

/** What a seller's stock edit does, over and over. */
export async function editStock(
  container: MedusaContainer,
  { item, location, quantities }: StockEdits
): Promise<Tally> {
  return await tally([quantities], async (all) => {
    for (const stocked_quantity of all) {
      await updateInventoryLevelsWorkflow(container).run({
        input: {
          updates: [
            {
              inventory_item_id: item,
              location_id: location,
              stocked_quantity,
            },
          ],
        },
      })
    }
  })
}

export type StockEdits = {
  item: string
  location: string
  quantities: number[]
}

export function decideAll(
  container: MedusaContainer,
  { requests, to }: { requests: string[]; to: "accepted" | "rejected" }
): Promise<Tally> {
  return tally(requests, (id) =>
    decideRequestWorkflow(container).run({
      input: { id, to, actor_type: "user", actor_id: "user_spec" },
    })
  )
}

/** Each change names the version that it was made against: the first one. */
export function changeRule(
  container: MedusaContainer,
  { rule, names }: { rule: string; names: string[] }
): Promise<Tally> {
  return tally(names, (name) =>
    saveCommissionRuleWorkflow(container).run({
      input: { id: rule, version: 1, changes: { name }, actor_id: null },
    })
  )
}

/** Everything that pays, at once: the due schedule, an operator's runs, and what goes on with the unfinished. */
export function payDue(container: MedusaContainer): Promise<Tally> {
  const sweep = async (name: string) =>
    await runSweepersWorkflow(container).run({ input: { names: [name] } })
  return tally(
    [
      () => sweep("payouts"),
      () => runPayoutsWorkflow(container).run({ input: {} }),
      () => sweep("unfinished-payouts"),
      () => runPayoutsWorkflow(container).run({ input: {} }),
    ],
    (pay) => pay()
  )
}

const refusals: unknown[] = [
  MedusaError.Types.CONFLICT,
  MedusaError.Types.NOT_ALLOWED,
]

async function tally<T>(
  all: T[],
  attempt: (one: T) => Promise<unknown>
): Promise<Tally> {
  const counted: Tally = { done: 0, refused: 0, failures: [] }
  await Promise.all(
    all.map(async (one) => {
      try {
        await attempt(one)
        counted.done += 1
      } catch (error) {
        const { type } = error as { type?: unknown }
        if (refusals.includes(type)) {
          counted.refused += 1
        } else {
          counted.failures.push(String(error))
        }
      }
    })
  )
  return counted
}

const address = {
  ...{ first_name: "Clara", last_name: "Braun", address_1: "Lindenweg 4" },
  ...{ city: "Berlin", postal_code: "10115", country_code: "de" },
}

/** A cart that only needs to be completed. */
async function fillCart(
  {
    container,
    regionId,
    salesChannelId,
  }: Awaited<ReturnType<typeof createMarket>>,
  variants: string[],
  options: string[]
): Promise<string> {
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      region_id: regionId,
      sales_channel_id: salesChannelId,
      email: "clara@example.com",
      shipping_address: address,
      billing_address: address,
      items: variants.map((variant_id) => ({ variant_id, quantity: 1 })),
    },
  })
  await addShippingMethodToCartWorkflow(container).run({
    input: { cart_id: cart.id, options: options.map((id) => ({ id })) },
  })
  await createPaymentCollectionForCartWorkflow(container).run({
    input: { cart_id: cart.id },
  })
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "cart",
      fields: ["payment_collection.id"],
      filters: { id: cart.id },
    })
  await createPaymentSessionsWorkflow(container).run({
    input: {
      payment_collection_id: data[0]?.payment_collection?.id ?? "",
      provider_id: "pp_system_default",
    },
  })
  return cart.id
}

async function owe(container: MedusaContainer): Promise<void> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  for (let n = 0; n < payees; n++) {
    const seller_id = `sel_owed_${n}`
    await payout.syncPayoutAccount({ seller_id, provider_id: "rail" })
    await payout.proposeAdjustment({
      ...{ seller_id, amount: BigInt(owed), currency_code: "eur" },
      ...{ reason: "opening balance", created_by: "user_spec" },
    })
  }
}

async function askForTags(
  container: MedusaContainer,
  seller_id: string
): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < 8; n++) {
    const { result } = await submitRequestWorkflow(container).run({
      input: {
        ...{ kind: "product_tag", payload: { value: `tag-${n}` } },
        ...{ seller_id, submitter_type: "member", submitter_id: "mem_spec" },
      },
    })
    ids.push(result.id)
  }
  return ids
}

async function makeRule(container: MedusaContainer): Promise<string> {
  const { result } = await saveCommissionRuleWorkflow(container).run({
    input: {
      changes: {
        name: "Euro",
        conditions: { currency: ["eur"] },
        rate: {
          components: [{ type: "percentage", percentage: "10" }],
          include_tax: false,
        },
      },
      actor_id: null,
    },
  })
  return result.id
}
