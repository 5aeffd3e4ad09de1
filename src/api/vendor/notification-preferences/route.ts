import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { chooseNoticesWorkflow } from "../../../workflows/notice/choose-notices"
import { readNoticeChoicesWorkflow } from "../../../workflows/notice/read-choices"
import { presentChoices, type ChooseNotices } from "../../_contracts/notice"
import { sellerContext } from "../../_kit/vendor-route"

/** What the caller wants by mail at this seller: `{ preferences: { locale, topics } }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { sellerId, memberId } = sellerContext(req)
  const { result } = await readNoticeChoicesWorkflow(req.scope).run({
    input: { seller_id: sellerId, member_id: memberId },
  })
  res.json({ preferences: presentChoices(result ?? undefined) })
}

/** Writes it; what the body does not name stays. */
export async function POST(
  req: MedusaRequest<ChooseNotices>,
  res: MedusaResponse
): Promise<void> {
  const { sellerId, memberId } = sellerContext(req)
  const { result } = await chooseNoticesWorkflow(req.scope).run({
    input: {
      ...{ seller_id: sellerId, member_id: memberId },
      ...req.validatedBody,
    },
  })
  res.json({ preferences: presentChoices(result) })
}
