import { PlainProblem } from "../services"

/** A JSON client that keeps count of its requests. */
export class Http {
  requests = 0

  constructor(
    readonly baseUrl: string,
    private headers: Record<string, string> = {}
  ) {}

  with(headers: Record<string, string>): Http {
    return new Http(this.baseUrl, { ...this.headers, ...headers })
  }

  get<T>(path: string): Promise<T> {
    return this.send("GET", path)
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.send("POST", path, body)
  }

  /** @throws PlainProblem with the answer when it is not a success: a bench measures nothing else. */
  private async send<T>(
    method: string,
    path: string,
    body?: unknown
  ): Promise<T> {
    this.requests++
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: { ...this.headers, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) {
      throw new PlainProblem(
        `${method} ${path} answered ${response.status}: ${text}`
      )
    }
    // The caller names the shape it reads; the servers are our own.
    return JSON.parse(text) as T
  }
}
