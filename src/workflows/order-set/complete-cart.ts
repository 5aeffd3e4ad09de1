import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { useQueryGraphStep } from "@medusajs/medusa/core-flows"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"
import { acquireLocksStep, releaseLocksStep } from "../locking/lock-steps"
import { completeCartFields } from "./complete-cart-fields"
import { placeCart } from "./place-cart"
import { releaseOrderSet } from "./release-order-set"
import { adoptCoreHooks, removeCoreCompleteCart } from "./replace-complete-cart"

export type CompleteCartInput = { id: string }

export type CompletedCart = {
  /** The first order of the set, which is what Medusa's callers read. */
  id: string
  order_set_id: string
}

/**
 * Where the cart's completion stands. The name is that of Medusa's first query,
 * whose `order_id` callers of the imported workflow get on a retry.
 */
const findOrderSetStep = createStep(
  "use-query-graph-step",
  async ({ id }: CompleteCartInput, { container }) => {
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    const left = await sets.findByCart(id)
    if (left?.status === "placing") {
      // We hold the cart: whoever was placing it is gone.
      await releaseOrderSet(container, left.id)
    }
    const set = left?.status === "placing" ? await sets.findByCart(id) : left
    return new StepResponse({ data: set?.status === "placed" ? set : null })
  }
)

removeCoreCompleteCart()

export const completeCartWorkflowId = "complete-cart"

/**
 * Turns a cart into an order set: one order per seller, each with a payment of
 * its own, paid by the cart's one payment session. Registered under the id of
 * Medusa's workflow, so that its store route, its payment webhook and any other
 * caller take this path. A cart whose lines have one owner keeps its payment,
 * as in stock Medusa.
 *
 * Running it again answers the same set. What fails leaves the cart open and
 * nothing charged: rows are undone at once, money is given back by
 * `releaseOrderSetWorkflow`.
 *
 * Hooks: `validate`, `beforePaymentAuthorization`, `orderCreated`, as Medusa's.
 * They must not change the cart: it is read once, before them.
 *
 * @throws MedusaError CONFLICT (409) while another request completes the cart.
 */
export const completeCartWorkflow = createWorkflow(
  { name: completeCartWorkflowId, store: false, idempotent: false },
  (input: CompleteCartInput) => {
    const lock = acquireLocksStep({ keys: [input.id], timeout: 30, ttl: 120 })
    const set = findOrderSetStep(input)
    const cart = useQueryGraphStep({
      entity: "cart",
      fields: completeCartFields,
      filters: { id: input.id },
      options: { throwIfKeyNotFound: true, isList: false },
    }).config({ name: "cart-query" })
    const validate = createHook("validate", { input, cart: cart.data })
    const placed = when("create-order", { set }, ({ set }) => !set.data).then(
      () => placeCart(input, cart.data)
    )
    releaseLocksStep(lock)
    const result = transform({ set, placed }, ({ set, placed }) => ({
      id: placed?.id ?? set.data?.order_id ?? "",
      order_set_id: placed?.order_set_id ?? set.data?.id ?? "",
    }))
    return new WorkflowResponse(result, { hooks: [validate] })
  }
)

adoptCoreHooks({ ...completeCartWorkflow.hooks })
