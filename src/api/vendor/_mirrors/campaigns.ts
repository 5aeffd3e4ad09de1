import type { AdditionalData } from "@medusajs/framework/types"
import type { z } from "@medusajs/framework/zod"
import { adminCampaignRoutesMiddlewares } from "@medusajs/medusa/api/admin/campaigns/middlewares"
import * as one from "@medusajs/medusa/api/admin/campaigns/[id]/route"
import * as promotions from "@medusajs/medusa/api/admin/campaigns/[id]/promotions/route"
import * as list from "@medusajs/medusa/api/admin/campaigns/route"
import {
  AdminGetCampaignsParams,
  type CreateCampaign,
} from "@medusajs/medusa/api/admin/campaigns/validators"
import { createSellerCampaignsWorkflow } from "../../../workflows/seller/owned-creates"
import { mirror } from "../../_kit/mirror"
import { filteredByPeriod } from "../../_kit/period-filters"
import { answerCreated } from "../../_kit/owned-answer"
import { ownRelation } from "../../_kit/own-relation"
import { commonSort, filtersOf } from "../../_kit/view-query"
import { ensureOwnBudget } from "../promotion-rules"

const columns = [
  "id",
  "name",
  "description",
  "campaign_identifier",
  "starts_at",
  "ends_at",
  "created_at",
  "updated_at",
]

const defaults = [...columns, "*budget"]

const ownPromotions = ownRelation({
  name: "promotions",
  entity: "promotion",
  columns: [
    "id",
    "code",
    "status",
    "is_automatic",
    "type",
    "created_at",
    "updated_at",
  ],
  via: "campaign_id",
  filter: (ids) => ({ campaign_id: ids }),
})

export const campaigns = mirror({
  resource: "campaigns",
  entity: "campaign",
  area: "promotions",
  view: {
    fields: defaults,
    derived: ["promotions"],
    defaults,
    sort: [
      ...commonSort,
      "name",
      "campaign_identifier",
      "starts_at",
      "ends_at",
    ],
    filters: [
      ...filtersOf(AdminGetCampaignsParams),
      ...["created_at", "updated_at"],
    ],
  },
  core: adminCampaignRoutesMiddlewares,
  answerShape: { "": ownPromotions },
  routes: {
    "GET /": filteredByPeriod(list.GET),
    "POST /": {
      before: [ensureOwnBudget],
      answer: answerCreated({
        entity: "campaign",
        create: (
          scope,
          seller_id,
          {
            additional_data,
            ...campaign
          }: z.infer<typeof CreateCampaign> & AdditionalData
        ) =>
          createSellerCampaignsWorkflow(scope).run({
            input: {
              seller_id,
              input: { campaignsData: [campaign], additional_data },
            },
          }),
      }),
    },
    "GET /:id": one.GET,
    "POST /:id": one.POST,
    "DELETE /:id": one.DELETE,
    "POST /:id/promotions": {
      answer: promotions.POST,
      refs: { "add[]": "promotion", "remove[]": "promotion" },
    },
  },
})
