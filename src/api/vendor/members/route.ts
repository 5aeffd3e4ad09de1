import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { teamSortColumns } from "../../../modules/seller/team"
import { listTeamWorkflow } from "../../../workflows/seller/list-team"
import { listQuery } from "../../_contracts/list-query"
import { presentMember } from "../../_contracts/member"
import { sellerContext } from "../../_kit/vendor-route"

/** The team: `{ members, count, offset, limit }`, searched by name and e-mail. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset, order, q } = listQuery(req.query, teamSortColumns)
  const { result } = await listTeamWorkflow(req.scope).run({
    input: {
      seller_id: sellerContext(req).sellerId,
      q,
      order,
      limit,
      offset,
    },
  })
  res.json({
    members: result.members.map(presentMember),
    count: result.count,
    offset,
    limit,
  })
}
