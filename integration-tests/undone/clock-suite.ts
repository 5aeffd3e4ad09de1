import type { Suite } from "../app"
import { delivered } from "../flows/requests/delivered"
import { rows } from "../rows"
import { DOCUMENT_MODULE } from "../../src/modules/document"
import type { DocumentModuleService } from "../../src/modules/document/service"
import { expireDocumentWorkflow } from "../../src/workflows/document/expire-document"
import { mailPasswordResetWorkflow } from "../../src/workflows/notice/mail-password-reset"
import { mailVerificationWorkflow } from "../../src/workflows/notice/mail-verification"
import { notifyWorkflow } from "../../src/workflows/notice/notify"
import { announceOrderSetWorkflow } from "../../src/workflows/order-set/announce-order-set"
import { releaseOrderSetWorkflow } from "../../src/workflows/order-set/release-order-set"
import { runSweepersWorkflow } from "../../src/workflows/sweeper/run-sweepers"
import { expectUndone } from "./expect-undone"
import type { Example } from "./undone"

type Scene = Awaited<ReturnType<typeof delivered>>

const told = "what is kept to be told is told by the sweeper"

/** What events and the clock do. */
export const clock: Suite = (app) => {
  let scene: Scene

  beforeAll(async () => {
    scene = await delivered(app)
  })

  const one = async (sql: string) => String((await rows(app, sql))[0]?.id)
  const placedSet = () =>
    one("select id from order_set where status = 'placed'")

  const examples: Record<string, () => Example> = {
    "a password is forgotten": () => ({
      prepare: () => () =>
        mailPasswordResetWorkflow(scene.world.container).run({
          input: {
            ...{ entity_id: scene.clara.email, actor_type: "customer" },
            token: "token",
          },
        }),
    }),
    "an address is to be verified": () => ({
      prepare: async () => {
        const id = await one("select id from auth_identity limit 1")
        await rows(
          app,
          `update auth_identity set app_metadata = '{"seller_id": "sel_1"}' where id = '${id}'`
        )
        return () =>
          mailVerificationWorkflow(scene.world.container).run({
            input: {
              ...{ entity_id: "new@example.com", entity_type: "email" },
              ...{ auth_identity_id: id, code: "code" },
            },
          })
      },
    }),
    "a dead letter is sent again": () => ({
      prepare: async () => {
        await notifyWorkflow(scene.world.container).run({
          input: {
            event: "seller.accepted",
            data: { id: scene.bob.id, from: "pending", to: "active" },
          },
        })
        await rows(app, "update notice set status = 'failed'")
        const id = await one("select id from notice")
        const path = `/admin/marketplace/notifications/deliveries/${id}/resend`
        return () => scene.world.api.post(path, {}, scene.world.admin)
      },
      keeps: { notice: told },
      whole: "what is waiting already is not sent again",
    }),
    "a document expires": () => ({
      prepare: async () => {
        const { id } = await scene.world.container
          .resolve<DocumentModuleService>(DOCUMENT_MODULE)
          .createDocuments({
            ...{ seller_id: scene.bob.id, uploaded_by_type: "member" },
            ...{ uploaded_by_id: "mem_1", name: "id.pdf", bytes: 1 },
            ...{ mime_type: "application/pdf", sha256: "0", kind: "identity" },
            ...{ status: "accepted", expires_at: new Date(0) },
          })
        return () =>
          expireDocumentWorkflow(scene.world.container).run({ input: { id } })
      },
    }),
    "a set is announced": () => ({
      prepare: async () => {
        const id = await placedSet()
        return () =>
          announceOrderSetWorkflow(scene.world.container).run({ input: { id } })
      },
      keeps: { notice: told },
    }),
    "a set is released": () => ({
      prepare: async () => {
        const id = await placedSet()
        return () =>
          releaseOrderSetWorkflow(scene.world.container).run({ input: { id } })
      },
    }),
    "sweepers run": () => ({
      prepare: () => () =>
        runSweepersWorkflow(scene.world.container).run({
          input: { names: ["expired-locks"] },
        }),
      keeps: { sweep: "says when it ran" },
    }),
  }

  it.each(Object.entries(examples))("%s", async (_name, example) => {
    await expectUndone(app, example())
  })
}
