import type { MedusaContainer } from "@medusajs/framework/types"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import { registerHealthCheck } from "../sweeper/health-checks"
import { mendEach } from "../sweeper/mend-each"
import { registerSweeper } from "../sweeper/registry"
import { deliverNotices } from "./deliver-notices"
import { digestOf } from "./digest-of"

const service = (container: MedusaContainer) =>
  container.resolve<NoticeModuleService>(NOTICE_MODULE)

registerSweeper({
  name: "notice-digests",
  sweep: async (container) =>
    await mendEach(
      container,
      await service(container).listHeld(),
      async (held) => {
        await service(container).keepDigest(
          await digestOf(container, held),
          held.notices.map(({ id }) => id)
        )
        return true
      }
    ),
})

registerSweeper({
  name: "due-notices",
  sweep: async (container) => {
    const { tried, sent, skipped, failed } = await deliverNotices(container)
    return { found: tried, mended: sent + skipped, failed }
  },
})

registerHealthCheck({
  name: "notices-that-failed",
  count: async (container) => {
    const [, count] = await service(container).listAndCountNotices(
      { status: "failed" },
      { take: 1, select: ["id"] }
    )
    return count
  },
})
