import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import type {
  PayoutAccountRequest,
  PayoutAccountState,
  PayoutInstruction,
  PayoutOnboarding,
  PayoutProvider,
  PayoutResult,
} from "../../../payout-provider"

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

  /** Another bank account is another account, so that its change holds payouts. */
  async account({
    seller_id,
    provider_account_id: known,
    context: { account_holder, iban, bic, details },
  }: PayoutAccountRequest): Promise<PayoutAccountState> {
    const bank = Object.entries({ ...details, account_holder, iban, bic })
      .filter(([, value]) => value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
    return {
      provider_account_id: bank.length
        ? `manual:${seller_id}:${digest(JSON.stringify(bank))}`
        : (known ?? `manual:${seller_id}`),
      status: "active",
      requirements: [],
    }
  }

  async onboard(): Promise<PayoutOnboarding> {
    return {
      instructions:
        "The operator of the marketplace pays by hand and asks for what it needs",
    }
  }

  /** The operator says that it will not pay: nothing left. */
  async cancel(): Promise<PayoutResult> {
    return { status: "failed", provider_ref: null, reason: "Cancelled" }
  }

  async readEvent(): Promise<never> {
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "The manual payout provider sends no messages"
    )
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16)
}
