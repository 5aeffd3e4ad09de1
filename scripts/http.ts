/** An answer outside 2xx. */
export class HttpRefusal extends Error {
  constructor(
    request: string,
    readonly status: number,
    readonly body: string
  ) {
    super(`${request} answered ${status}: ${body.slice(0, 500)}`)
  }
}

/** JSON over HTTP as one user; the caller names the shape it reads from the answer. */
export type Client = {
  get: <T>(path: string) => Promise<T>
  post: <T>(path: string, body?: unknown) => Promise<T>
  delete: <T>(path: string) => Promise<T>
  /** The same server with more headers: `client.as({ authorization })`. */
  as: (headers: Record<string, string>) => Client
}

/** @throws HttpRefusal from every call whose answer is not 2xx. */
export function httpClient(
  baseUrl: string,
  headers: Record<string, string> = {}
): Client {
  const send = async <T>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) {
      throw new HttpRefusal(`${method} ${path}`, response.status, text)
    }
    const answer: T = JSON.parse(text)
    return answer
  }
  return {
    get: (path) => send("GET", path),
    post: (path, body = {}) => send("POST", path, body),
    delete: (path) => send("DELETE", path),
    as: (more) => httpClient(baseUrl, { ...headers, ...more }),
  }
}

/** Logs in with e-mail and password; answers the client of that user. */
export async function logIn(
  client: Client,
  actor: "user" | "customer" | "seller",
  credentials: { email: string; password: string }
): Promise<Client> {
  const { token } = await client.post<{ token: string }>(
    `/auth/${actor}/emailpass`,
    credentials
  )
  return client.as({ authorization: `Bearer ${token}` })
}
