/** Medusa names a provider `pp_<identifier>_<id of its entry in the host's config>`. */
export const SPLIT_PROVIDER_IDENTIFIER = "payment-split"
export const SPLIT_PROVIDER_ENTRY_ID = "split"
export const SPLIT_PROVIDER_ID = `pp_${SPLIT_PROVIDER_IDENTIFIER}_${SPLIT_PROVIDER_ENTRY_ID}`

/**
 * `data` of a share's payment: whose part it is, and the payment collections of
 * all shares of that parent, itself included. Ids only; nothing of the parent's
 * own provider data, which may hold what a seller must not see.
 */
export type SharePaymentData = {
  parent_payment_id: string
  collection_ids: string[]
}

/** A claim this old is not on its way any more: its process died. */
export const CLAIM_LEASE_SECONDS = 120
