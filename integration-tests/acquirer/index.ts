import { join } from "node:path"
import type { IEventBusModuleService } from "@medusajs/framework/types"
import { Modules, PaymentWebhookEvents } from "@medusajs/framework/utils"
import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import type { AxiosInstance } from "axios"
import type { World } from "../world"
import { toMajor, type AcquirerPayment } from "./ledger"

/** `AppSettings.paymentProviders` of an app that pays at the test acquirer. */
export const acquirerProviders = [
  // Absolute: Medusa looks for relative providers under src.
  { resolve: join(__dirname, "provider"), id: "acquirer" },
]

export const ACQUIRER_PROVIDER_ID = "pp_acquirer_acquirer"

/** Lets the shoppers of the world's region pay at the acquirer. */
export async function enableAcquirer({ container, regionId }: World) {
  await updateRegionsWorkflow(container).run({
    input: {
      selector: { id: regionId },
      update: {
        payment_providers: ["pp_system_default", ACQUIRER_PROVIDER_ID],
      },
    },
  })
}

export type AcquirerWebhook = {
  type: "payment.authorized" | "payment.captured"
  session_id: string
  amount: number
}

export const webhookOf = (
  type: AcquirerWebhook["type"],
  payment: AcquirerPayment
): AcquirerWebhook => ({
  type,
  session_id: payment.session_id,
  amount: toMajor(payment.amount),
})

/** Posts to Medusa's own hook; Medusa waits 5 seconds before it acts on it. */
export async function postWebhook(
  api: AxiosInstance,
  webhook: AcquirerWebhook
) {
  return await api.post("/hooks/payment/acquirer_acquirer", webhook)
}

/** What Medusa's hook does, without the 5 seconds. */
export async function deliverWebhook(
  { container }: World,
  webhook: AcquirerWebhook
): Promise<void> {
  const eventBus = container.resolve<IEventBusModuleService>(Modules.EVENT_BUS)
  await eventBus.emit({
    name: PaymentWebhookEvents.WebhookReceived,
    data: {
      provider: "acquirer_acquirer",
      payload: { data: webhook, rawData: "", headers: {} },
    },
  })
}
