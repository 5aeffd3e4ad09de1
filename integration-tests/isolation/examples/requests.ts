import type { Make } from "./example"

const wanted = (name: string) => ({
  request: { type: "product_category", data: { name } },
})

const handedIn = (document_id: string) => ({
  request: {
    type: "seller_document",
    data: { document_id, kind: "identity" },
    attachments: [document_id],
  },
})

const report = (review_id: string) => ({
  request: { type: "review_remove", data: { review_id, reason: "Insult" } },
})

const reviewOf: (body?: unknown) => Make =
  (body) =>
  ({ own, foreign }) => ({
    calls: [{ params: { id: own.review }, body }],
    foreign: [{ params: { id: foreign.review }, body }],
  })

const requestOf: (body?: unknown) => Make =
  (body) =>
  ({ own, foreign }) => ({
    calls: [{ params: { id: own.request }, body }],
    foreign: [{ params: { id: foreign.request }, body }],
  })

/** The withdrawn request stays readable; writing it again is refused. */
export const requests: Record<string, Make> = {
  "GET /vendor/requests": () => ({ calls: [{}] }),
  "POST /vendor/requests": ({ own }) => ({
    calls: [
      { body: wanted("Chains") },
      { body: report(own.review) },
      { body: handedIn(own.document) },
    ],
  }),
  "POST /vendor/requests/batch": ({ own }) => ({
    calls: [
      { body: { create: [handedIn(own.document), wanted("Pedals")] } },
      { body: { create: [report(own.review)] } },
      {
        body: {
          update: [
            {
              id: own.request,
              request: {
                data: {
                  ...{ name: "Rims", review_id: own.review },
                  ...{ document_id: own.document },
                },
                attachments: [own.document],
              },
            },
          ],
        },
      },
      { body: { delete: [own.request] } },
    ],
  }),
  // The request of the scene has no attachment.
  "GET /vendor/requests/:id/attachments/:document_id": ({ own }) => ({
    calls: [{ params: { id: own.request, document_id: own.document } }],
    status: 404,
  }),
  "GET /vendor/return-request/:id/photos/:document_id": ({ own }) => ({
    calls: [{ params: { id: own.request, document_id: own.document } }],
    status: 404,
  }),
  "GET /vendor/requests/:id": requestOf(),
  // What the kind does not know is dropped, and still must be one's own.
  "POST /vendor/requests/:id": ({ own, foreign }) => {
    const body = {
      request: {
        data: {
          ...{ name: "Rings", review_id: own.review },
          ...{ document_id: own.document },
        },
        attachments: [own.document],
      },
    }
    return {
      calls: [{ params: { id: own.request }, body }],
      foreign: [{ params: { id: foreign.request }, body }],
    }
  },
  "DELETE /vendor/requests/:id": requestOf(),
  "POST /vendor/requests/:id/withdraw": requestOf({}),
  "GET /vendor/return-request": () => ({ calls: [{}] }),
  // The request of the scene asks for a category: it is no return request.
  "GET /vendor/return-request/:id": ({ own }) => ({
    calls: [{ params: { id: own.request } }],
    status: 404,
  }),
  "POST /vendor/return-request/:id": ({ own }) => ({
    calls: [
      {
        params: { id: own.request },
        body: {
          status: "refunded",
          vendor_reviewer_note: "",
          location_id: own.stock_location,
        },
      },
    ],
    status: 404,
  }),
  "GET /vendor/sellers/me/reviews": () => ({ calls: [{}] }),
  "GET /vendor/sellers/me/reviews/:id": reviewOf(),
  "POST /vendor/sellers/me/reviews/:id": reviewOf({ seller_note: "Thanks" }),
}
