import type { AxiosInstance, AxiosResponse } from "axios"
import type { Server } from "../processes/server"
import type { Stage } from "../processes/stage"

const places = ["server", "server", "worker"] as const

/** Two servers and a worker, as one runs them; each can die and come back. */
export class Crew {
  private readonly living: (Server | undefined)[] = []

  constructor(
    private readonly stage: Stage,
    private readonly random: () => number
  ) {}

  async start(): Promise<void> {
    await Promise.all(places.map((_, place) => this.restart(place)))
  }

  /** Kills one of them by chance. @returns its place, to bring it back. */
  async kill(): Promise<number> {
    const place = Math.floor(this.random() * places.length)
    const victim = this.living[place]
    this.living[place] = undefined
    await victim?.kill()
    return place
  }

  async restart(place: number): Promise<void> {
    this.living[place] = await this.stage.startServer(places[place])
  }

  name = (place: number) => `${places[place]} ${place + 1}`

  /** Whoever answers HTTP, by chance. */
  api(): AxiosInstance {
    const servers = this.living.slice(0, 2).filter((one) => !!one)
    const one = servers[Math.floor(this.random() * servers.length)]
    if (!one) {
      throw new Error("Both servers are dead")
    }
    return one.api
  }

  /** One call; a server that dies answers nothing, and that is a result too. */
  async call(
    send: (api: AxiosInstance) => Promise<AxiosResponse>
  ): Promise<number> {
    return await send(this.api()).then(
      ({ status }) => status,
      () => 0
    )
  }
}
