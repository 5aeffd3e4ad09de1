import type { AxiosRequestConfig, AxiosResponse } from "axios"
import type { App } from "../../../app"
import { signIn } from "../../../members"
import {
  createMarket,
  placeSet,
  type Market,
  type PlacedSet,
} from "../../../order-sets"

/** Ways to speak as one seller: the answer, or only the body of a success. */
export type Speaker = {
  as: AxiosRequestConfig
  get: (path: string) => Promise<AxiosResponse>
  post: (path: string, body?: unknown) => Promise<AxiosResponse>
  read: (path: string) => Promise<AxiosResponse["data"]>
  ok: (path: string, body?: unknown) => Promise<AxiosResponse["data"]>
  drop: (path: string) => Promise<AxiosResponse["data"]>
}

export type OrderScene = {
  market: Market
  bob: Speaker
  alice: Speaker
  /** As the operator. */
  admin: Speaker
  place: () => Promise<PlacedSet>
}

/** Bob, Alice and the operator sell; buyers pay with Medusa's own provider. */
export function setTheOrderScene(app: App): OrderScene {
  const scene = {} as OrderScene
  beforeAll(async () => {
    const market = await createMarket(app)
    const speak = async (seller: { id: string }) =>
      speaker(market, "/vendor", (await signIn(market, seller)).as)
    Object.assign(scene, {
      market,
      bob: await speak(market.bob),
      alice: await speak(market.alice),
      admin: speaker(market, "/admin", market.admin),
      place: () => placeSet(market, "pp_system_default"),
    })
  })
  return scene
}

export function speaker(
  { api }: Pick<Market, "api">,
  prefix: string,
  as: AxiosRequestConfig
): Speaker {
  const sure = async (asked: Promise<AxiosResponse>, path: string) => {
    const { status, data } = await asked
    if (status >= 300) {
      throw new Error(`${prefix}${path}: ${status} ${JSON.stringify(data)}`)
    }
    return data
  }
  const get = (path: string) => api.get(`${prefix}${path}`, as)
  const post = (path: string, body?: unknown) =>
    api.post(`${prefix}${path}`, body, as)
  return {
    as,
    get,
    post,
    read: (path) => sure(get(path), path),
    ok: (path, body) => sure(post(path, body), path),
    drop: (path) => sure(api.delete(`${prefix}${path}`, as), path),
  }
}
