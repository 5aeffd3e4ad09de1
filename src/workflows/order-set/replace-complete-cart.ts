import { WorkflowManager } from "@medusajs/framework/orchestration"
import { MedusaWorkflow } from "@medusajs/framework/workflows-sdk"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"

type Hook = (...args: never[]) => void

const core = WorkflowManager.getWorkflow("complete-cart")
// Medusa types only `validate`; the others exist at run time (2.21).
const coreHooks = completeCartWorkflow.hooks as Record<string, Hook | undefined>

/**
 * Takes Medusa's own `complete-cart` out of both registries, so that ours can
 * have its id: the store route and the payment webhook run it by id. Loading
 * core-flows first (above) makes sure that nothing registers it again.
 */
export function removeCoreCompleteCart(): void {
  WorkflowManager.unregister("complete-cart")
  MedusaWorkflow.unregisterWorkflow("complete-cart")
}

/**
 * Lets a host go on binding hooks on Medusa's `completeCartWorkflow`, whichever
 * file loads first: a later binding lands on ours, an earlier one is carried
 * over. Handlers read their input from steps by name, so our steps that feed
 * the hooks keep Medusa's names (`cart-query`, `create-orders`).
 *
 * @param hooks - Ours, by the names of Medusa's.
 */
export function adoptCoreHooks(hooks: Record<string, Hook>): void {
  const ours = WorkflowManager.getWorkflow("complete-cart")
  for (const [name, hook] of Object.entries(hooks)) {
    const handler = core?.handlers_.get(name)
    if (handler && ours && isBound(coreHooks[name])) {
      ours.handlers_.set(name, handler)
    }
    coreHooks[name] = hook
  }
}

/** A hook takes one handler and throws on the second; the first lands on a workflow that nobody runs any more. */
function isBound(hook: Hook | undefined): boolean {
  try {
    hook?.()
    return false
  } catch {
    return true
  }
}
