import { marketplaceApp } from "../app"
import { messageStorm } from "../flows/payouts/message-storm"
import { options, useOutside } from "../flows/payouts/stage"
import { createWorld } from "../world"

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

marketplaceApp(
  (app) => {
    useOutside()

    it(`has one effect of each of 5,000 events, three times each, shuffled, 5 % forged (seed ${seed})`, async () => {
      const world = await createWorld(app)
      const figures = await messageStorm({ app, world }, { events: 5000, seed })
      console.table({ "webhook storm": figures })
      expect(figures).toMatchObject({
        ...{ delivered: 15_250, accepted: 15_000, refused: 250, kept: 5000 },
        ...{ paid: 50, violations: 0 },
      })
    }, 1_800_000)
  },
  { options }
)
