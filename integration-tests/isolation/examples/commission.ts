import { at, plain, type Make } from "./example"

export const commission: Record<string, Make> = {
  "GET /vendor/commission": plain,
  "GET /vendor/orders/:id/commission": at(({ own }) => ({
    params: { id: own.order },
  })),
}
