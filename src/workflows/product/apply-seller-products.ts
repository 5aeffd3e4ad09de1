import { randomBytes } from "node:crypto"
import type {
  CreateProductWorkflowInputDTO,
  MedusaContainer,
  ProductDTO,
} from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
  toHandle,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createProductsWorkflow,
  deleteProductsWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { sellerFilter } from "../../scope/seller-filter"
import { toSellerId } from "../../scope/seller-id"
import { adoptProductsWorkflow } from "./adopt-products"
import { withoutExtras, type ProductExtras } from "./product-extras"
import { writeProductExtrasWorkflow } from "./write-product-extras"
import { keepProductRelationsStep } from "./steps/keep-product-relations"
import { keepVariantsStep } from "./steps/keep-variants"
import {
  keepHeldStatusStep,
  type SellerProductUpdate,
} from "./steps/keep-held-status"

export type NewSellerProduct = CreateProductWorkflowInputDTO & ProductExtras

export type ApplySellerProductsInput = {
  seller_id: string
  create?: NewSellerProduct[]
  /** Ids checked to be the seller's own. */
  update?: SellerProductUpdate[]
  /** Ids checked to be the seller's own. */
  delete?: string[]
  additional_data?: Record<string, unknown>
}

/** Reads only: gives each new product the seller's shipping profile and the store's sales channel where it names none. */
const completeProductsStep = createStep(
  "complete-seller-products",
  async (
    {
      seller_id,
      create = [],
    }: Pick<ApplySellerProductsInput, "seller_id" | "create">,
    { container }
  ) => {
    if (!create.length) {
      return new StepResponse([])
    }
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data: profiles } = await query.graph({
      entity: "shipping_profile",
      fields: ["id", "type", "created_at"],
      filters: sellerFilter(toSellerId(seller_id)),
      pagination: { order: { created_at: "ASC" } },
    })
    const { data: stores } = await query.graph({
      entity: "store",
      fields: ["default_sales_channel_id"],
    })
    const profile =
      profiles.find(({ type }) => type === "default") ?? profiles[0]
    const channelId = stores[0]?.default_sales_channel_id
    if (!profile) {
      // Outside the seller's own profiles it would ship with somebody else's options.
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Seller ${seller_id} has no shipping profile: create one first`
      )
    }
    const handles = await freeHandles(container, create)
    return new StepResponse(
      create.map((product, n) => ({
        ...product,
        handle: product.handle || handles[n],
        shipping_profile_id: product.shipping_profile_id ?? profile.id,
        sales_channels:
          product.sales_channels ?? (channelId ? [{ id: channelId }] : []),
      }))
    )
  }
)

/** Medusa 2.21 takes back the products it made and forgets the options that it made for them. */
const takeBackOptionsStep = createStep(
  "take-back-product-options",
  async (products: ProductDTO[]) => {
    const ids = products.flatMap(({ options }) =>
      (options ?? []).map(({ id }) => id)
    )
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await container.resolve(Modules.PRODUCT).deleteProductOptions(ids)
    }
  }
)

export const applySellerProductsWorkflowId = "apply-seller-products"

/**
 * Creates, updates and deletes products of one seller with Medusa's own
 * workflows, all or nothing and whatever the operator's rules say, with their
 * attributes and secondary categories; what a seller asks for goes through
 * `writeSellerProductsWorkflow`. New products and the inventory items of their
 * variants become the seller's, a product always has a shipping profile of the
 * seller, and while the seller is away from the storefront a status that is set
 * waits with the held ones.
 *
 * @returns `{ created, updated, deleted }`; products as Medusa's workflows answer them, deleted ids.
 * @throws MedusaError NOT_ALLOWED when the seller has no shipping profile; INVALID_DATA naming an attribute that does not fit.
 */
export const applySellerProductsWorkflow = createWorkflow(
  applySellerProductsWorkflowId,
  (input: ApplySellerProductsInput) => {
    const create = completeProductsStep(input)
    const update = keepHeldStatusStep(
      transform({ input }, ({ input }) => input.update ?? [])
    )
    const ids = transform({ input }, ({ input }) => input.delete ?? [])
    // First: what comes may have handles and SKUs of what goes.
    deleteProductsWorkflow.runAsStep({ input: { ids } })
    const created = createProductsWorkflow.runAsStep({
      input: {
        products: transform({ create }, ({ create }) =>
          create.map(withoutExtras)
        ),
        additional_data: input.additional_data,
      },
    })
    takeBackOptionsStep(created)
    // Last: what it changes is the hardest to put back.
    keepVariantsStep(
      transform({ update }, ({ update }) => ({
        product_id: update.filter((row) => row.variants).map(({ id }) => id),
      }))
    )
    keepProductRelationsStep(update)
    const updated = updateProductsWorkflow.runAsStep({
      input: {
        products: transform({ update }, ({ update }) =>
          update.map(withoutExtras)
        ),
        additional_data: input.additional_data,
      },
    })
    adoptProductsWorkflow.runAsStep({
      input: {
        seller_id: input.seller_id,
        product_ids: transform({ created, updated }, ({ created, updated }) =>
          [...created, ...updated].map((product) => product.id)
        ),
      },
    })
    writeProductExtrasWorkflow.runAsStep({
      input: transform({ input, created }, ({ input, created }) => ({
        create: input.create,
        update: input.update,
        created: created.map(({ id }) => id),
      })),
    })
    return new WorkflowResponse({ created, updated, deleted: ids })
  }
)

/** Two sellers may sell the same thing under the same title; handles are unique in the shop. In the order of `products`. */
async function freeHandles(
  container: MedusaContainer,
  products: NewSellerProduct[]
): Promise<string[]> {
  const wanted = products.map(({ title }) => toHandle(title))
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["handle"],
      filters: { handle: wanted },
    })
  const taken = new Set(data.map(({ handle }) => handle))
  return wanted.map((handle) => {
    const free = taken.has(handle)
      ? `${handle}-${randomBytes(3).toString("hex")}`
      : handle
    taken.add(free)
    return free
  })
}
