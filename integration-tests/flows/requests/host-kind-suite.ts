import { Modules, MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import type { Suite } from "../../app"
import { counts, rows } from "../../rows"
import { decide } from "../../sign-up"
import { newSeller } from "../../vendor-client"
import { createWorld } from "../../world"
import type { RequestOf, RequestResult } from "../../../src/types"
import { registerRequestKind } from "../../../src/workflows"

/** A host's kind, as docs/requests.md shows it: sellers ask for a sales channel. */
const channelPayload = z.object({ name: z.string().trim().min(1).max(60) })
type ChannelPayload = z.infer<typeof channelPayload>

let breakLastStep = false

const createChannelStep = createStep(
  "host-create-channel",
  async ({ name }: ChannelPayload, { container }) => {
    const channel = await container
      .resolve(Modules.SALES_CHANNEL)
      .createSalesChannels({ name })
    return new StepResponse(channel, channel.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(Modules.SALES_CHANNEL).deleteSalesChannels(id)
    }
  }
)

const lastStep = createStep("host-last-step", async () => {
  if (breakLastStep) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The channel is full")
  }
  return new StepResponse(undefined)
})

const acceptChannel = createWorkflow(
  "host-accept-channel",
  (input: { request: RequestOf<ChannelPayload> }) => {
    const channel = createChannelStep(input.request.payload)
    lastStep()
    return new WorkflowResponse(
      transform({ channel }, ({ channel }): RequestResult => ({
        type: "sales_channel",
        id: channel.id,
      }))
    )
  }
)

registerRequestKind("sales_channel", {
  schema: channelPayload,
  title: ({ name }) => name,
  subject: ({ name }) => name.toLowerCase(),
  accept: acceptChannel,
  onDemand: true,
})

export const hostKind: Suite = (app) => {
  it("goes the same way as ours: validated, one open, decided once, nothing left of a failed effect", async () => {
    const world = await createWorld(app)
    const bob = await newSeller(world, "Bob")
    const ask = (data: object) =>
      world.api.post(
        "/vendor/requests",
        { request: { type: "sales_channel", data } },
        bob.client.as
      )
    const before = await counts(app, ["sales_channel"])
    expect((await ask({ name: "" })).status).toBe(400)
    const { data } = await ask({ name: "Outlet" })
    expect(data.request).toMatchObject({ type: "sales_channel" })
    breakLastStep = true
    const failed = await decide(world, data.request.id, "accepted")
    breakLastStep = false
    expect([failed.status, failed.data.message]).toEqual([
      400,
      "The channel is full",
    ])
    expect(await rows(app, "select status, failure from request")).toEqual([
      { status: "pending", failure: "The channel is full" },
    ])
    expect(await counts(app, ["sales_channel", "request_change"])).toEqual({
      ...before,
      request_change: 0,
    })
    const accepted = await decide(world, data.request.id, "accepted")
    expect(accepted.data).toMatchObject({
      createdResourceType: "sales_channel",
      request: { failure: null },
    })
    expect(
      await rows(app, "select name from sales_channel where name = 'Outlet'")
    ).toEqual([{ name: "Outlet" }])
  })

  it("checks the payload again before the effect, by the schema of the day", async () => {
    const world = await createWorld(app)
    const bob = await newSeller(world, "Bob")
    const { request } = await bob.client.post("/requests", {
      request: { type: "sales_channel", data: { name: "Outlet" } },
    })
    await rows(app, `update request set payload = '{"name": ""}'`)
    const refused = await decide(world, request.id, "accepted")
    expect(refused.status).toBe(400)
    expect(refused.data.message).toContain("data, name")
    expect(await rows(app, "select status from request")).toEqual([
      { status: "pending" },
    ])
  })

  it("does not take a name twice", () => {
    expect(() =>
      registerRequestKind("sales_channel", {
        schema: channelPayload,
        title: () => "",
        subject: () => "",
        accept: acceptChannel,
      })
    ).toThrow("registered already")
  })
}
