import type {
  BigNumberInput,
  IPaymentModuleService,
  MedusaContainer,
  PaymentDTO,
} from "@medusajs/framework/types"
import {
  type PaymentCollectionStatus,
  type PaymentSessionStatus,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import type { SharePaymentData } from "../../providers/payment-split/types"

type NewCollection = {
  id: string
  currency_code: string
  amount: BigNumberInput
  metadata: Record<string, unknown>
}

type CollectionChange = {
  id: string
  status: PaymentCollectionStatus
  authorized_amount: BigNumberInput
}

type NewSession = {
  id: string
  payment_collection_id: string
  provider_id: string
  currency_code: string
  amount: BigNumberInput
}

type SessionChange = {
  id: string
  status: PaymentSessionStatus
  authorized_at: Date
}

export type ShareSession = NewSession & {
  raw_amount: BigNumberInput
  authorized_at?: Date | null
  payment?: PaymentDTO | null
}

type NewPayment = Omit<NewSession, "id"> & {
  payment_session_id: string
  data: SharePaymentData
}

/** What Medusa generates for the payment module's rows and leaves out of its types. */
type GeneratedMethods = {
  createPaymentCollections(data: NewCollection[]): Promise<{ id: string }[]>
  upsertPaymentCollections(data: CollectionChange[]): Promise<{ id: string }[]>
  createPaymentSessions(data: NewSession[]): Promise<{ id: string }[]>
  updatePaymentSessions(data: SessionChange[]): Promise<{ id: string }[]>
  listPaymentSessions(
    filters: { payment_collection_id: string[]; provider_id: string },
    config?: { relations: string[] }
  ): Promise<ShareSession[]>
  listPayments(filters: {
    payment_collection_id: string[]
  }): Promise<PaymentDTO[]>
  createPayments(
    data: NewPayment[]
  ): Promise<{ id: string; payment_collection_id: string }[]>
}

export type SharePaymentRows = GeneratedMethods &
  Omit<IPaymentModuleService, keyof GeneratedMethods>

const generated = [
  "createPaymentSessions",
  "updatePaymentSessions",
  "createPayments",
] as const satisfies (keyof GeneratedMethods)[]

/**
 * The payment module with its generated bulk methods. They write rows only and
 * call no provider, which is how shares come to life.
 *
 * @throws MedusaError UNEXPECTED_STATE when this version of Medusa lacks one.
 */
export function sharePaymentRows(container: MedusaContainer): SharePaymentRows {
  const payments: IPaymentModuleService = container.resolve(Modules.PAYMENT)
  const missing = generated.filter((name) => !(name in payments))
  if (missing.length) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Medusa's payment module has no ${missing.join(", ")}: use a version that medusa-plugin-marketplace supports`
    )
  }
  // Checked just above: the methods exist, Medusa only does not declare them.
  return payments as unknown as SharePaymentRows
}
