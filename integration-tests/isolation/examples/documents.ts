import { at, plain, type Make } from "./example"

const one = at(({ own }) => ({ params: { id: own.document } }))

/** Each member sees what it began itself: that of the scene is another member's. */
const transfer: Make = ({ own }) => ({
  calls: [{ params: { id: own.transfer } }],
  status: 404,
})

export const documents: Record<string, Make> = {
  "GET /vendor/documents": plain,
  "POST /vendor/documents": () => ({
    calls: [{}],
    // A file comes as multipart, which has a suite of its own.
    status: 400,
  }),
  "GET /vendor/documents/:id": one,
  "GET /vendor/documents/:id/download": one,
  "GET /vendor/documents/:id/link": one,
  "DELETE /vendor/documents/:id": at(({ own }) => ({
    params: { id: own.spareDocument },
  })),
  "POST /vendor/orders/export": plain,
  "GET /vendor/transfers": plain,
  "GET /vendor/transfers/:id": transfer,
  "GET /vendor/transfers/:id/rows": transfer,
  "GET /vendor/transfers/:id/link": transfer,
  "GET /vendor/files/:token": ({ own }) => ({
    // Nobody signed it.
    calls: [{ params: { token: `${own.document}.9999999999.x` } }],
    status: 404,
  }),
}
