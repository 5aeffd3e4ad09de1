import type { AxiosRequestConfig, AxiosResponse } from "axios"
import type { World } from "../world"

type Query = Record<string, unknown>

/**
 * The classic vendor panel's way to call: bearer and an empty publishable key on
 * every request, json content type, objects of the query as JSON text, lists as
 * `key[]`, nothing for null and `""`; every answer is read as JSON.
 */
export function panel({ api }: Pick<World, "api">, as: AxiosRequestConfig) {
  const send = async (
    method: string,
    path: string,
    rest: { query?: Query; body?: unknown }
  ): Promise<AxiosResponse> => {
    const res = await api.request({
      method,
      url: `${path}${asText(rest.query ?? {})}`,
      headers: {
        authorization: "Bearer ",
        ...as.headers,
        "content-type": "application/json",
        "x-publishable-api-key": "",
      },
      data: rest.body,
      transformRequest: (body: unknown) =>
        body === undefined ? undefined : JSON.stringify(body),
      validateStatus: () => true,
    })
    const about = `${method} ${path}`
    expect({ about, type: typeof res.data }).toEqual({ about, type: "object" })
    expect(res.headers["content-type"]).toContain("application/json")
    if (res.status >= 400) {
      expect({ about, message: res.data.message }).toEqual({
        about,
        message: expect.any(String),
      })
    }
    return res
  }
  const ok = async (sent: Promise<AxiosResponse>) => {
    const { status, data, config } = await sent
    const about = `${config.method} ${config.url}`
    expect({ about, status: status < 300, data }).toEqual({
      about,
      status: true,
      data,
    })
    return data
  }
  return {
    /** Calls that must succeed, and their answers. */
    get: (path: string, query?: Query) => ok(send("GET", path, { query })),
    post: (path: string, body?: unknown, query?: Query) =>
      ok(send("POST", path, { body, query })),
    delete: (path: string) => ok(send("DELETE", path, {})),
    /** A call whose status is of interest. */
    send,
  }
}

export type Panel = ReturnType<typeof panel>

function asText(query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => {
    if (value === null || value === undefined || value === "") {
      return []
    }
    if (Array.isArray(value)) {
      return value.map((item) => [`${key}[]`, String(item)])
    }
    return [[key, typeof value === "string" ? value : JSON.stringify(value)]]
  })
  const text = pairs
    .map(([key = "", value = ""]) => `${key}=${encodeURIComponent(value)}`)
    .join("&")
  return text && `?${text}`
}
