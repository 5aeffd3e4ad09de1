import type { AxiosRequestConfig } from "axios"
import type { World } from "./world"

export type CustomerFixture = {
  id: string
  email: string
  /** Headers of the customer in the store: the publishable key and the login. */
  as: AxiosRequestConfig
}

/** A customer who registered over HTTP, as a storefront does it. */
export async function registerCustomer(
  { api, store }: World,
  email: string
): Promise<CustomerFixture> {
  const credentials = { email, password: "correct-horse-1" }
  const identity = await api.post(
    "/auth/customer/emailpass/register",
    credentials
  )
  const headersOf = (token: string) => ({
    headers: { ...store.headers, authorization: `Bearer ${token}` },
  })
  const { data } = await api.post(
    "/store/customers",
    { email, first_name: "Clara", last_name: "Berg" },
    headersOf(identity.data.token)
  )
  const login = await api.post("/auth/customer/emailpass", credentials)
  return { id: data.customer.id, email, as: headersOf(login.data.token) }
}
