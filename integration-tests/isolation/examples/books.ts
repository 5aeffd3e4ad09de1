import { at, plain, type Make } from "./example"

export const books: Record<string, Make> = {
  "GET /vendor/balance": plain,
  "GET /vendor/ledger": at(
    () => ({ query: "kind=adjustment&order=-created_at" }),
    () => ({ query: "format=csv" })
  ),
  "GET /vendor/statements": plain,
  "GET /vendor/statements/:id": at(({ own }) => ({
    params: { id: own.seller_statement },
  })),
  "GET /vendor/statements/:id/pdf": at(({ own }) => ({
    params: { id: own.seller_statement },
  })),
}
