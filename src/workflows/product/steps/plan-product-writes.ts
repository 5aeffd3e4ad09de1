import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readPolicies } from "../../policy/read-policies"
import type { SubmitRequestInput } from "../../request/request-kind"
import type { NewSellerProduct } from "../apply-seller-products"
import {
  planWithRules,
  snapshotOf,
  type Asker,
  type PlannedWrites,
} from "../plan-with-rules"
import {
  ensureMayCreate,
  ensureNoGiftCards,
  plannedStatus,
  toChange,
  toUpdate,
} from "../plan-writes"
import type { ProductChange } from "../product-change"
import { readSnapshots } from "../product-snapshot"
import type { SellerProductUpdate } from "./keep-held-status"

type WantedWrites = Asker & {
  create?: NewSellerProduct[]
  update?: SellerProductUpdate[]
  imported?: boolean
}

type PlannedProducts = {
  create: NewSellerProduct[]
  update: SellerProductUpdate[]
  changes: SubmitRequestInput[]
  proposed: string[]
}

/** Reads only: what of the wanted products is written now, and what is asked for. */
export const planProductWritesStep = createStep(
  "plan-product-writes",
  async (
    { create = [], update = [], imported = false, ...by }: WantedWrites,
    { container }
  ) => {
    ensureNoGiftCards([...create, ...update])
    const rules = await readPolicies(container, by.seller_id)
    if (create.length) {
      ensureMayCreate(rules, imported)
    }
    const withStatus = create.map((product) => ({
      ...product,
      status: plannedStatus(product.status, rules),
    }))
    if (!rules.require_product_approval) {
      return new StepResponse<PlannedProducts>({
        create: withStatus,
        update: update.map((product) => ({
          ...product,
          ...(product.status && {
            status: plannedStatus(product.status, rules),
          }),
        })),
        changes: [],
        proposed: [],
      })
    }
    const products = await readSnapshots(
      container,
      update.map(({ id }) => id)
    )
    const wanted = update.map(({ status, ...product }) => ({
      status,
      change: toChange(product, snapshotOf(products, product.id)),
    }))
    const { now, ...asked } = await planWithRules(container, wanted, {
      rules,
      products,
      by,
    })
    return new StepResponse<PlannedProducts>({
      ...asked,
      create: withStatus,
      update: now.map(({ change, status }) => ({
        ...toUpdate(change, snapshotOf(products, change.product_id)),
        ...(status && { status }),
      })),
    })
  }
)

/** Reads only: what of one change is done now, and what is asked for. */
export const planProductChangeStep = createStep(
  "plan-product-change",
  async (
    { change, ...by }: Asker & { change: ProductChange },
    { container }
  ) => {
    const rules = await readPolicies(container, by.seller_id)
    if (!rules.require_product_approval) {
      return new StepResponse<PlannedWrites>({
        now: [{ change }],
        changes: [],
        proposed: [],
      })
    }
    const products = await readSnapshots(container, [change.product_id])
    return new StepResponse<PlannedWrites>(
      await planWithRules(container, [{ change }], { rules, products, by })
    )
  }
)
