import { electronicFormat, isValid } from "iban"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type {
  PayoutAccountContext,
  PayoutAccountRequest,
  PayoutAccountState,
  PayoutFile,
  PayoutFileOrder,
  PayoutInstruction,
  PayoutOnboarding,
  PayoutProvider,
  PayoutReportLine,
  PayoutResult,
} from "../../payout-provider"
import { creditTransfer } from "./credit-transfer"
import { csvFile, readCsvReport } from "./csv-file"
import { readBankXml } from "./statement"

/** ISO 9362: bank, country, place, and perhaps a branch. */
const isBic = (text: string) => /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text)

const iban = z
  .string()
  .transform((text) => electronicFormat(text))
  .refine((text) => isValid(text), "is no IBAN")

const optionsSchema = z.strictObject({
  /** The account that pays. */
  debtor: z.strictObject({
    name: z.string().min(1).max(70),
    iban,
    bic: z
      .string()
      .refine((text) => isBic(text), "is no BIC")
      .optional(),
  }),
  format: z.enum(["pain.001", "csv"]).default("pain.001"),
})

/**
 * Pays by files that an operator uploads at a bank: sent payouts wait for the
 * next file, what became of them comes back as the bank's report. Nothing
 * leaves the process by `send`, so nothing can be sent twice.
 */
export class PayoutBankFileProvider implements PayoutProvider {
  static readonly identifier = "bank-file"

  private readonly options: z.infer<typeof optionsSchema>

  readonly capabilities = {
    quantum: () => 1n,
    keyWindowSeconds: Number.MAX_SAFE_INTEGER,
    authoritativeLookup: false,
  }

  constructor(
    _cradle: Record<string, unknown>,
    options: Record<string, unknown>
  ) {
    const parsed = optionsSchema.safeParse(options)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `payout-bank-file: option "${issue?.path.join(".")}" ${issue?.message}`
      )
    }
    this.options = parsed.data
  }

  async send(instruction: PayoutInstruction): Promise<PayoutResult> {
    const { currency_code, payout_id } = instruction
    const isEuro = currency_code === "eur"
    return isEuro || this.options.format === "csv"
      ? { status: "submitted", provider_ref: `bank-file:${payout_id}` }
      : {
          ...{ status: "failed", provider_ref: null },
          reason: `SEPA pays in EUR, not in ${currency_code.toUpperCase()}`,
        }
  }

  async lookUp(): Promise<null> {
    return null
  }

  async account(request: PayoutAccountRequest): Promise<PayoutAccountState> {
    const { context, provider_account_id } = request
    if (provider_account_id && !context.iban) {
      return stateOf(provider_account_id, context)
    }
    const account = electronicFormat(context.iban ?? "")
    ensure(isValid(account), "context.iban", "is no IBAN")
    ensure(!!context.account_holder, "context.account_holder", "is required")
    const { bic } = context
    ensure(!bic || isBic(bic), "context.bic", "is no BIC")
    return stateOf(account, context)
  }

  async onboard(): Promise<PayoutOnboarding> {
    return { instructions: "Give your IBAN and the name of its holder" }
  }

  /** Before a file orders it nothing left; the module keeps what a file orders. */
  async cancel(): Promise<PayoutResult> {
    return { status: "failed", provider_ref: null, reason: "Cancelled" }
  }

  makeFile(order: PayoutFileOrder): PayoutFile {
    return this.options.format === "csv"
      ? csvFile(order)
      : creditTransfer(this.options.debtor, order)
  }

  readReport(content: string): PayoutReportLine[] {
    return /^\s*(\uFEFF)?\s*</.test(content)
      ? readBankXml(content.replace(/^\s*\uFEFF/, ""))
      : readCsvReport(content)
  }

  async readEvent(): Promise<never> {
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "A bank sends no messages: import its report"
    )
  }
}

function stateOf(
  account: string,
  { account_holder, bic }: PayoutAccountContext
): PayoutAccountState {
  return {
    provider_account_id: account,
    status: "active",
    requirements: [],
    ...(account_holder && {
      data: { account_holder, ...(bic && { bic }) },
    }),
  }
}

function ensure(isRight: boolean, field: string, what: string): void {
  if (!isRight) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Field '${field}' ${what}`
    )
  }
}
