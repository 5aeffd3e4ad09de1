import { at, plain, type Make } from "./example"

export const notifications: Record<string, Make> = {
  "GET /vendor/notifications": plain,
  "POST /vendor/notifications/read": at(() => ({ body: {} })),
  "GET /vendor/notification-preferences": plain,
  "POST /vendor/notification-preferences": at(() => ({
    body: { locale: "de", topics: { orders: "daily" } },
  })),
}
