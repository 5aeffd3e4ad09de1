import { ProductStatus } from "@medusajs/framework/utils"
import {
  createInventoryLevelsWorkflow,
  createProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import { createCallers, type Callers } from "./callers"
import { createHeldItem, createOffers } from "./offers"
import type { App } from "../app"
import { signIn } from "../members"
import { createSeller, createWorld, type World } from "../world"
import { createStatement } from "./books"
import { createOrders, type Orders } from "./orders"
import { createPapers } from "./papers"
import { createReference, type Reference } from "./reference"
import { PAYOUT_MODULE } from "../../src/modules/payout"
import type { PayoutModuleService } from "../../src/modules/payout/service"
import { REVIEW_MODULE } from "../../src/modules/review"
import type { ReviewModuleService } from "../../src/modules/review/service"
import { SELLER_MODULE } from "../../src/modules/seller"
import type { SellerModuleService } from "../../src/modules/seller/service"
import { UPLOAD_MODULE } from "../../src/modules/upload"
import type { UploadModuleService } from "../../src/modules/upload/service"
import { orderRows } from "../../src/scope/order-rows"
import { ownedIds } from "../../src/scope/owned-ids"
import { ownership, type OwnedEntity } from "../../src/scope/ownership"
import { toSellerId } from "../../src/scope/seller-id"
import { createSellerShippingProfilesWorkflow } from "../../src/workflows/seller/create-seller-shipping-profiles"
import { writeSellerProductsWorkflow } from "../../src/workflows/product/write-seller-products"
import { submitRequestWorkflow } from "../../src/workflows/request/submit-request"
import { runSweepersWorkflow } from "../../src/workflows/sweeper/run-sweepers"
import {
  createSellerInventoryItemsWorkflow,
  createSellerStockLocationsWorkflow,
} from "../../src/workflows/seller/owned-creates"

/** One id of each entity that a seller owns, and a location and an item that have nothing yet. */
export type Belongings = Omit<Record<OwnedEntity, string>, keyof Orders> &
  Orders & {
    seller: string
    member: string
    invite: string
    spareLocation: string
    spareItem: string
    spareProfile: string
    payout: string
    heldItem: string
    spareDocument: string
  }

export type Scene = {
  world: World
  /** Who attacks, and reads nothing but this. */
  own: Belongings
  /** Somebody else's rows; every text in them holds the canary. */
  foreign: Belongings
  /** The operator's rows, which both read. */
  reference: Reference
  callers: Callers
}

/** All ids of somebody's belongings. */
export const idsOf = (belongings: Belongings): string[] =>
  Object.values(belongings)
    .flatMap((value) =>
      typeof value === "string" ? value : Object.values(value)
    )
    .filter(Boolean)

export const canary = "CANARY7351"

/** Two sellers with a full catalogue each, and everybody who might knock. */
export async function createScene(app: App): Promise<Scene> {
  const world = await createWorld(app)
  const victim = await createSeller(world, `Victim ${canary}`)
  const bob = await createSeller(world, "Bob's Parts")
  const foreign = await furnish(world, victim, canary)
  const own = await furnish(world, bob, "bob")
  // Events that wait would be told by whoever writes next.
  await runSweepersWorkflow(world.container).run({
    input: { names: ["payout-outbox"] },
  })
  return {
    ...{ world, own, foreign },
    reference: await createReference(world, [own.product, foreign.product]),
    callers: await createCallers(world, bob),
  }
}

async function furnish(
  world: World,
  seller: { id: string; stockLocationId: string; shippingOptionId: string },
  text: string
): Promise<Belongings> {
  const { container } = world
  const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
  const member = await signIn(world, seller, "manager", `${text}@example.com`)
  const invite = await sellers.createSellerInvites({
    seller_id: seller.id,
    email: `${text}.invited@example.com`,
    role_id: "role_viewer",
    token_hash: text,
    expires_at: new Date(Date.now() + 3_600_000),
  })
  await createGoods(world, seller, text)
  await submitRequestWorkflow(container).run({
    input: {
      kind: "product_category",
      seller_id: seller.id,
      submitter_type: "member",
      submitter_id: member.id,
      payload: { name: `${text} wanted` },
    },
  })
  await container.resolve<ReviewModuleService>(REVIEW_MODULE).addReview({
    reference: "seller",
    reference_id: seller.id,
    seller_id: seller.id,
    order_id: `order_${text}`,
    customer_id: `cus_${text}`,
    rating: 5,
    customer_note: `${text} review`,
  })
  await createOffers(world, seller.id, text)
  await container.resolve<UploadModuleService>(UPLOAD_MODULE).createUploads({
    seller_id: seller.id,
    member_id: member.id,
    name: `${text}.png`,
    mime_type: "image/png",
    bytes: 10,
    file_id: `${text}.png`,
    url: `https://img.example.com/${text}.png`,
  })
  const of = { seller_id: seller.id, member_id: member.id }
  const papers = await createPapers(world, of, text)
  const [location] = await run(
    createSellerStockLocationsWorkflow(container).run({
      input: {
        seller_id: seller.id,
        input: { locations: [{ name: `${text} spare` }] },
      },
    })
  )
  const [item] = await run(
    createSellerInventoryItemsWorkflow(container).run({
      input: {
        seller_id: seller.id,
        input: { items: [{ title: `${text} spare` }] },
      },
    })
  )
  await createStatement(world, seller.id, text)
  const goods = await firstOfEach(world, seller.id)
  const orders = await createOrders(world, seller, {
    text,
    variantId: await addUnlimitedVariant(world, goods.product, text),
  })
  const belongings = await firstOfEach(world, seller.id)
  const [profile] = await run(
    createSellerShippingProfilesWorkflow(container).run({
      input: {
        seller_id: seller.id,
        input: { data: [{ name: `${text} spare`, type: "spare" }] },
      },
    })
  )
  return {
    ...belongings,
    ...Object.fromEntries(Object.entries(goods).filter(([, id]) => id)),
    ...orders,
    ...papers,
    stock_location: seller.stockLocationId,
    seller: seller.id,
    member: member.id,
    invite: invite.id,
    spareLocation: location?.id ?? "",
    spareItem: item?.id ?? "",
    spareProfile: profile?.id ?? "",
    payout: await payOut(world, seller.id),
    ...(await createHeldItem(world, seller, text)),
  }
}

/** A payout account, and one payout to it that is over. */
async function payOut(
  { container }: World,
  seller_id: string
): Promise<string> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  await payout.syncPayoutAccount({ seller_id, provider_id: "manual" })
  await payout.proposeAdjustment({
    ...{ seller_id, currency_code: "eur", amount: 5000n },
    ...{ reason: "opening balance", created_by: "user_1" },
  })
  const { payout_ids } = await payout.reserveDuePayouts({ seller_id })
  const payout_id = payout_ids[0] ?? ""
  await payout.sendNextPayout(payout_id)
  await payout.markPayout({ payout_id, status: "paid", by: "user_1" })
  return payout_id
}

const run = async <T>(running: Promise<{ result: T }>) => (await running).result

async function createGoods(
  world: World,
  seller: { id: string; stockLocationId: string },
  text: string
): Promise<void> {
  await writeSellerProductsWorkflow(world.container).run({
    input: {
      seller_id: seller.id,
      create: [
        {
          title: `${text} chain`,
          status: ProductStatus.PUBLISHED,
          images: [{ url: `https://img.example.com/${text}.png` }],
          options: [{ title: "Size", values: ["S", "M", "L"] }],
          variants: [
            {
              title: `${text} S`,
              sku: `${text}-s`,
              options: { Size: "S" },
              manage_inventory: true,
              prices: [{ currency_code: "eur", amount: 10 }],
            },
          ],
        },
      ],
    },
  })
  const { inventory_item } = await firstOfEach(world, seller.id)
  await createInventoryLevelsWorkflow(world.container).run({
    input: {
      inventory_levels: [
        {
          inventory_item_id: inventory_item,
          location_id: seller.stockLocationId,
          stocked_quantity: 0,
        },
      ],
    },
  })
}

/** A variant that orders can take in without stock. */
async function addUnlimitedVariant(
  { container }: World,
  product_id: string,
  text: string
): Promise<string> {
  const [variant] = await run(
    createProductVariantsWorkflow(container).run({
      input: {
        product_variants: [
          {
            product_id,
            title: `${text} L`,
            sku: `${text}-l`,
            options: { Size: "L" },
            manage_inventory: false,
            prices: [{ currency_code: "eur", amount: 12 }],
          },
        ],
      },
    })
  )
  return variant?.id ?? ""
}

/** Reads through the ownership table itself, so that a wrong row of it shows. */
async function firstOfEach(
  { container }: World,
  sellerId: string
): Promise<Record<OwnedEntity, string>> {
  const found = await Promise.all(
    Object.keys({ ...ownership, ...orderRows }).map(async (name) => {
      const entity = name as OwnedEntity
      const [id = ""] = await ownedIds(container, toSellerId(sellerId), {
        entity,
      })
      return [name, id] as const
    })
  )
  // The keys are those of the tables.
  return Object.fromEntries(found) as Record<OwnedEntity, string>
}
