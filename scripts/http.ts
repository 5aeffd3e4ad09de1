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
  /** A form with a file. */
  send: <T>(path: string, form: FormData) => Promise<T>
  /** The same server with more headers: `client.as({ authorization })`. */
  as: (headers: Record<string, string>) => Client
}

/**
 * A client of one server, or of several that share everything: each call goes to the next.
 *
 * @throws HttpRefusal from every call whose answer is not 2xx.
 */
export function httpClient(
  servers: string | string[],
  headers: Record<string, string> = {}
): Client {
  const baseUrls = [servers].flat()
  const send = async <T>(method: string, path: string, body?: unknown) => {
    const form = body instanceof FormData ? body : undefined
    const response = await fetch(`${nextOf(baseUrls)}${path}`, {
      method,
      headers: {
        ...(!form && { "content-type": "application/json" }),
        ...headers,
      },
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
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
    send: (path, form) => send("POST", path, form),
    as: (more) => httpClient(baseUrls, { ...headers, ...more }),
  }
}

let calls = 0

/** Whoever comes next, over all clients: one user's calls never stay with one server. */
function nextOf(baseUrls: string[]): string {
  calls += 1
  return baseUrls[calls % baseUrls.length] ?? ""
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
