import type {
  CreateCampaignDTO,
  CreatePromotionDTO,
} from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createPromotionsWorkflow,
  createRemoteLinkStep,
} from "@medusajs/medusa/core-flows"
import { ownerLink } from "../../scope/owner-link"
import { toSellerId } from "../../scope/seller-id"
import { createSellerCampaignsWorkflow } from "../seller/owned-creates"
import {
  ownLinesRule,
  readProfileIds,
  type OwnTargetType,
} from "./own-lines-rules"
import { refreshOwnLinesWorkflow } from "./refresh-own-lines"

type Promotion = Omit<CreatePromotionDTO, "campaign" | "campaign_id"> & {
  campaign?: CreateCampaignDTO
  campaign_id?: string | null
}

export type CreateSellerPromotionInput = {
  seller_id: string
  /** Rules whose values are the seller's own or everybody's; `campaign_id` checked to be its own. */
  promotion: Promotion
  additional_data?: Record<string, unknown>
}

/** Reads only: the promotion with the rule that holds it to the seller's lines. */
const holdToOwnLinesStep = createStep(
  "hold-to-own-lines",
  async (
    { seller_id, promotion }: CreateSellerPromotionInput,
    { container }
  ) => {
    const method = promotion.application_method
    const targetType = ownTargetType(method.target_type)
    const profileIds = await readProfileIds(container, toSellerId(seller_id))
    if (!profileIds.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Seller ${seller_id} has no shipping profile: create one first`
      )
    }
    const rule = ownLinesRule(targetType, profileIds)
    return new StepResponse({
      ...promotion,
      campaign: undefined,
      application_method: {
        ...method,
        target_rules: [...(method.target_rules ?? []), rule],
        ...(promotion.type === "buyget" && {
          buy_rules: [...(method.buy_rules ?? []), rule],
        }),
      },
    })
  }
)

export const createSellerPromotionWorkflowId = "create-seller-promotion"

/**
 * Creates a promotion of a seller that can touch nothing but the seller's own
 * lines at every refresh of every cart: beside what the seller asks for, it
 * carries a rule on the shipping profile of a line, and a line of a seller
 * always ships under one of the seller's own profiles. A campaign that is sent
 * along becomes the seller's too. All or nothing.
 *
 * @returns The promotion in a list, as Medusa's workflow answers it.
 * @throws MedusaError INVALID_DATA when it targets the order, NOT_ALLOWED when the seller has no shipping profile.
 */
export const createSellerPromotionWorkflow = createWorkflow(
  createSellerPromotionWorkflowId,
  (input: CreateSellerPromotionInput) => {
    const held = holdToOwnLinesStep(input)
    const campaigns = when(input, ({ promotion }) => !!promotion.campaign).then(
      () =>
        createSellerCampaignsWorkflow.runAsStep({
          input: transform({ input }, ({ input }) => ({
            seller_id: input.seller_id,
            input: {
              campaignsData: input.promotion.campaign
                ? [input.promotion.campaign]
                : [],
            },
          })),
        })
    )
    const promotions = createPromotionsWorkflow.runAsStep({
      input: transform({ input, held, campaigns }, (data) => ({
        promotionsData: [
          {
            ...data.held,
            campaign_id:
              data.campaigns?.[0]?.id ?? data.held.campaign_id ?? undefined,
          },
        ],
        additional_data: data.input.additional_data,
      })),
    })
    createRemoteLinkStep(
      transform({ promotions, input }, ({ promotions, input }) =>
        promotions.map(({ id }) => ownerLink("promotion", id, input.seller_id))
      )
    )
    refreshOwnLinesWorkflow.runAsStep({
      input: { seller_id: input.seller_id },
    })
    return new WorkflowResponse(promotions)
  }
)

function ownTargetType(targetType: string): OwnTargetType {
  if (targetType === "items" || targetType === "shipping_methods") {
    return targetType
  }
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "application_method.target_type must be items or shipping_methods: an order holds lines of others"
  )
}
