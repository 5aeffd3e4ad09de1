import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerWithProfile } from "../../modules/seller/search"
import type { SellerModuleService } from "../../modules/seller/service"
import { sellerFilter } from "../../scope/seller-filter"
import { toSellerId } from "../../scope/seller-id"

type Achieved = {
  store_information: boolean
  locations_shipping: boolean
  products: boolean
  stripe_connection: boolean
}

const readAchievedStep = createStep(
  "read-onboarding",
  async ({ seller_id }: { seller_id: string }, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const has = async (entity: "product" | "stock_location") => {
      const { data } = await query.graph({
        entity,
        fields: ["id"],
        filters: sellerFilter(toSellerId(seller_id)),
        pagination: { take: 1, skip: 0 },
      })
      return data.length > 0
    }
    const found = await sellers.searchSellers({
      ids: [seller_id],
      limit: 1,
      offset: 0,
    })
    return new StepResponse<Achieved>({
      store_information: hasStoreInformation(found.sellers[0]),
      products: await has("product"),
      locations_shipping: await has("stock_location"),
      stripe_connection: await hasPayoutAccount(container, seller_id),
    })
  }
)

const saveOnboardingStep = createStep(
  "save-onboarding",
  async (input: { seller_id: string; achieved: Achieved }, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    const { seller_id, achieved } = input
    const [row] = await sellers.listSellerOnboardings({ seller_id })
    const before = row ?? (await sellers.createSellerOnboardings({ seller_id }))
    const onboarding = await sellers.updateSellerOnboardings({
      id: before.id,
      ...achieved,
    })
    return new StepResponse(onboarding)
  }
  // no undo: derived from other rows, the next run writes the same
)

export const refreshOnboardingWorkflowId = "refresh-onboarding"

/**
 * Looks at what a seller has set up and keeps it: name, texts and address;
 * a product; a stock location; a payout account. Running it again writes the same.
 */
export const refreshOnboardingWorkflow = createWorkflow(
  refreshOnboardingWorkflowId,
  (input: { seller_id: string }) => {
    const achieved = readAchievedStep(input)
    return new WorkflowResponse(
      saveOnboardingStep({ seller_id: input.seller_id, achieved })
    )
  }
)

/** Clients know it as `stripe_connection`, whoever the provider is. */
async function hasPayoutAccount(
  container: MedusaContainer,
  sellerId: string
): Promise<boolean> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const [row] = await payout.listPayoutAccounts({ seller_id: sellerId })
  return !!row?.provider_account_id && !row.removed_at
}

function hasStoreInformation(seller: SellerWithProfile | undefined): boolean {
  return (
    !!seller &&
    [
      seller.name,
      seller.handle,
      seller.description,
      seller.address_line,
      seller.city,
      seller.postal_code,
      seller.country_code,
    ].every(Boolean)
  )
}
