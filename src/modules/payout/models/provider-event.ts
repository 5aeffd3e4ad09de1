import { model } from "@medusajs/framework/utils"

/** What a provider told us, kept before it was answered; processed from here. */
export const ProviderEvent = model.define("provider_event", {
  id: model.id({ prefix: "pevt" }).primaryKey(),
  provider_id: model.text(),
  event_id: model.text(),
  payload: model.json(),
  received_at: model.dateTime(),
  processed_at: model.dateTime().nullable(),
  attempts: model.number().default(0),
  error: model.text().nullable(),
})
