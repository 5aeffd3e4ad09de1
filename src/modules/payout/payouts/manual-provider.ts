import { MedusaError } from "@medusajs/framework/utils"
import type {
  PayoutAccountState,
  PayoutInstruction,
  PayoutProvider,
  PayoutResult,
} from "./provider"

/**
 * An operator pays by hand and then marks the payout paid with the bank's
 * reference. Nothing leaves the process, so nothing can be sent twice.
 */
export class PayoutManualProvider implements PayoutProvider {
  static readonly identifier = "manual"

  readonly capabilities = {
    quantum: () => 1n,
    keyWindowSeconds: Number.MAX_SAFE_INTEGER,
    authoritativeLookup: false,
  }

  async send(instruction: PayoutInstruction): Promise<PayoutResult> {
    return {
      status: "submitted",
      provider_ref: `manual:${instruction.payout_id}`,
    }
  }

  async lookUp(): Promise<null> {
    return null
  }

  async account({
    seller_id,
  }: {
    seller_id: string
  }): Promise<PayoutAccountState> {
    return {
      provider_account_id: `manual:${seller_id}`,
      status: "active",
      requirements: [],
    }
  }

  async readEvent(): Promise<never> {
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "The manual payout provider sends no messages"
    )
  }
}
