import { logIn, type Client } from "../http"

const credentials = { email: "bob@example.com", password: "correct-horse-1" }

/** A seller who applied and was accepted, logged in. */
export async function acceptedSeller(
  client: Client,
  admin: Client
): Promise<{ seller: Client; sellerId: string }> {
  const { token } = await client.post<{ token: string }>(
    "/auth/seller/emailpass/register",
    credentials
  )
  const applied = await client
    .as({ authorization: `Bearer ${token}` })
    .post<{ seller: { id: string }; request_id: string }>("/vendor/sellers", {
      name: "Bob",
      member: { name: "Bob" },
    })
  await admin.post(`/admin/requests/${applied.request_id}`, {
    status: "accepted",
    reviewer_note: "",
  })
  const seller = await logIn(client, "seller", credentials)
  return { seller, sellerId: applied.seller.id }
}

/** The seller of `acceptedSeller`, on another server of the same database. */
export function logInAgain(client: Client): Promise<Client> {
  return logIn(client, "seller", credentials)
}
