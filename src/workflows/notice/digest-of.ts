import type { MedusaContainer } from "@medusajs/framework/types"
import type { HeldNotices } from "../../modules/notice/service"
import type { NewNotice } from "../../modules/notice/types"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerModuleService } from "../../modules/seller/service"
import { renderNotice } from "./render-notice"

/** One mail for all that was held for somebody; a digest of the same notices has the same key. */
export async function digestOf(
  container: MedusaContainer,
  held: HeldNotices
): Promise<NewNotice> {
  const { recipient_id, seller_id, to, channel, locale, notices } = held
  const [seller] = seller_id
    ? await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .listSellers({ id: seller_id })
    : []
  const first = notices[0]?.id ?? ""
  return {
    key: `digest:${first}:${notices.length}:${recipient_id ?? to}:${channel}`,
    ...{ event: "digest", topic: "account", template: "digest" },
    ...{ locale, channel, to, recipient_type: "member", recipient_id },
    seller_id,
    resource_type: "notice",
    resource_id: first,
    data: {
      seller: seller?.name ?? "",
      items: notices.map(({ template, data }) => ({
        title: renderNotice(template, locale, data).subject,
      })),
    },
    status: "pending",
    due_at: new Date(),
  }
}
