import { completeCartWorkflow } from "@medusajs/medusa/core-flows"

/** What the hooks of a host got, in order. */
export const heard: { hook: string; input: unknown }[] = []

/** The hook that is to break next. */
export const broken: { hook?: string } = {}

type Bind = (handler: (input: object) => Promise<void>) => void

function bind(hook: string): void {
  // Medusa types only `validate`; the others exist at run time.
  const hooks: Partial<Record<string, Bind>> = completeCartWorkflow.hooks
  hooks[hook]?.(async (input) => {
    heard.push({ hook, input })
    if (broken.hook === hook) {
      throw new Error(`The host's ${hook} broke`)
    }
  })
}

// A host's file that loads before the plugin's: this module is imported first.
bind("validate")

/** A host's file that loads after the plugin's. */
export function bindLate(): void {
  bind("beforePaymentAuthorization")
  bind("orderCreated")
}
