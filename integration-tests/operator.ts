import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { AxiosInstance, AxiosRequestConfig } from "axios"

/** An operator of the marketplace, as the headers of a signed-in admin. */
export async function createAdmin(
  api: AxiosInstance,
  container: MedusaContainer,
  email = "operator@example.com"
): Promise<AxiosRequestConfig> {
  const credentials = { email, password: "operator-1" }
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity } = await auth.register("emailpass", {
    body: credentials,
    headers: {},
    query: {},
    protocol: "http",
    url: "",
  })
  await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: authIdentity?.id ?? "",
      userData: { email: credentials.email },
    },
  })
  const login = await api.post("/auth/user/emailpass", credentials)
  return { headers: { authorization: `Bearer ${login.data.token}` } }
}
