import { MedusaError, ProductStatus } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { RequestDiff } from "../../modules/request/types"
import { acquireLocksStep, releaseLocksStep } from "../locking/lock-steps"
import { ensureUnmoved } from "../request/request-diff"
import type { RequestOf } from "../request/request-kind"
import type { RequestResult } from "../request/request-result"
import { applyProductChangeWorkflow } from "./apply-product-change"
import { applySellerProductsWorkflow } from "./apply-seller-products"
import {
  productDiff,
  type ProductChangePayload,
  type ProductPayload,
} from "./product-payloads"
import { readSnapshots } from "./product-snapshot"

type Waiting = { product_id: string; status: ProductStatus; must: boolean }

/** Reads only: the update of a product that still waits. */
const planVerdictStep = createStep(
  "plan-product-verdict",
  async ({ product_id, status, must }: Waiting, { container }) => {
    const products = await readSnapshots(container, [product_id])
    const current = products.get(product_id)?.status
    if (current === ProductStatus.PROPOSED) {
      return new StepResponse([{ id: product_id, status }])
    }
    if (must) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Product ${product_id} does not wait any more: it is ${current ?? "deleted"}`
      )
    }
    return new StepResponse([])
  }
)

/** What happens to a waiting product when its request is decided; only an acceptance insists that it still waits. */
function verdict(id: string, status: ProductStatus) {
  return createWorkflow(id, (input: { request: RequestOf<ProductPayload> }) => {
    const { product_id } = input.request.payload
    const lock = acquireLocksStep({
      keys: transform({ product_id }, ({ product_id }) => [product_id]),
    })
    const update = planVerdictStep({
      product_id,
      status,
      must: status === ProductStatus.PUBLISHED,
    })
    applySellerProductsWorkflow.runAsStep({
      input: transform({ input, update }, ({ input, update }) => ({
        seller_id: input.request.seller_id ?? "",
        update,
      })),
    })
    releaseLocksStep(lock)
    return new WorkflowResponse(
      transform({ product_id }, ({ product_id }): RequestResult => ({
        type: "product",
        id: product_id,
      }))
    )
  })
}

/** The acceptance of a product: it is on sale, or will be when its seller is back. */
export const acceptProductWorkflow = verdict(
  "accept-product",
  ProductStatus.PUBLISHED
)

/** The refusal of a product: the seller sees it as rejected and may hand it in again by changing it. */
export const rejectProductWorkflow = verdict(
  "reject-product",
  ProductStatus.REJECTED
)

/** The seller took its product back: it is a draft. */
export const withdrawProductWorkflow = verdict(
  "withdraw-product",
  ProductStatus.DRAFT
)

const ensureProductUnmovedStep = createStep(
  "ensure-product-unmoved",
  async (request: RequestOf<ProductChangePayload>, { container }) => {
    const now = await productDiff(container, request.payload)
    ensureUnmoved(
      `Product ${request.payload.product_id}`,
      // Written by the examination of this kind.
      (request.diff ?? {}) as RequestDiff,
      now
    )
    return new StepResponse(undefined)
  }
)

export const acceptProductChangeWorkflowId = "accept-product-change"

/**
 * The acceptance of a change: it is made to the product as it is now.
 *
 * @throws MedusaError NOT_FOUND; CONFLICT when what it changes was changed since.
 */
export const acceptProductChangeWorkflow = createWorkflow(
  acceptProductChangeWorkflowId,
  (input: { request: RequestOf<ProductChangePayload> }) => {
    const { change, product_id } = input.request.payload
    const lock = acquireLocksStep({
      keys: transform({ product_id }, ({ product_id }) => [product_id]),
    })
    ensureProductUnmovedStep(input.request)
    applyProductChangeWorkflow.runAsStep({
      input: transform({ input, change }, ({ input, change }) => ({
        seller_id: input.request.seller_id ?? "",
        change,
      })),
    })
    releaseLocksStep(lock)
    return new WorkflowResponse(
      transform({ product_id }, ({ product_id }): RequestResult => ({
        type: "product",
        id: product_id,
      }))
    )
  }
)
