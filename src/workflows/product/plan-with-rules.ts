import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Policies } from "../../modules/policy/types"
import { REQUEST_MODULE } from "../../modules/request"
import type { RequestModuleService } from "../../modules/request/service"
import { openStatuses } from "../../modules/request/transitions"
import { withoutRepeats } from "../request/request-diff"
import type { SubmitRequestInput } from "../request/request-kind"
import { diffProduct } from "./diff-product"
import { planChange, type WantedChange } from "./plan-writes"
import type { ProductChange } from "./product-change"
import type { ProductSnapshot } from "./product-snapshot"

/** In whose name something is asked for; without a member in the seller's own, as an import does. */
export type Asker = { seller_id: string; member_id?: string }

export type PlannedWrites = {
  now: WantedChange[]
  /** Requests for what waits, one a product. */
  changes: SubmitRequestInput[]
  /** Products that wait as a whole. */
  proposed: string[]
}

/** Parts wanted changes into what is done now and what is asked for. Reads only. */
export async function planWithRules(
  container: MedusaContainer,
  wanted: WantedChange[],
  {
    rules,
    products,
    by,
  }: {
    rules: Policies
    products: Map<string, ProductSnapshot>
    by: Asker
  }
): Promise<PlannedWrites> {
  const plans = wanted.map((row) =>
    planChange(row, snapshotOf(products, row.change.product_id), rules)
  )
  const later = plans.flatMap(({ later }) => later ?? [])
  const open = await readOpenChanges(
    container,
    later.map(({ product_id }) => product_id)
  )
  return {
    now: plans.map(({ now }) => now),
    proposed: plans.flatMap(({ now, proposes }) =>
      proposes ? [now.change.product_id] : []
    ),
    changes: later.flatMap((change) => {
      const product = snapshotOf(products, change.product_id)
      // What changes nothing is not asked for, unless it takes an earlier wish back.
      const asks =
        open.has(product.id) ||
        Object.keys(withoutRepeats(diffProduct(product, change))).length
      return asks ? [toSubmission(product, change, by)] : []
    }),
  }
}

/** @throws MedusaError NOT_FOUND */
export function snapshotOf(
  products: Map<string, ProductSnapshot>,
  id: string
): ProductSnapshot {
  const product = products.get(id)
  if (!product) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `product with id: ${id} was not found`
    )
  }
  return product
}

/** The asker under the names that a request has. */
export function submitterOf({ seller_id, member_id }: Asker) {
  return {
    seller_id,
    submitter_type: member_id ? ("member" as const) : ("seller" as const),
    submitter_id: member_id ?? seller_id,
  }
}

async function readOpenChanges(
  container: MedusaContainer,
  ids: string[]
): Promise<Set<string>> {
  if (!ids.length) {
    return new Set()
  }
  const requests = await container
    .resolve<RequestModuleService>(REQUEST_MODULE)
    .listRequests(
      { kind: "product_update", subject_id: ids, status: [...openStatuses] },
      { select: ["id", "subject_id"] }
    )
  return new Set(requests.map(({ subject_id }) => subject_id))
}

function toSubmission(
  { id, title }: ProductSnapshot,
  change: ProductChange,
  by: Asker
): SubmitRequestInput {
  return {
    kind: "product_update",
    ...submitterOf(by),
    payload: { product_id: id, title, change },
  }
}
