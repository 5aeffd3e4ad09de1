import { MedusaError } from "@medusajs/framework/utils"
import {
  acceptCategoryWorkflow,
  acceptCollectionChangeWorkflow,
  acceptCollectionWorkflow,
  acceptTagWorkflow,
  acceptTypeWorkflow,
} from "../product/accept-taxonomy"
import { acceptReturnRequestWorkflow } from "../order/accept-return-request"
import { examineReturnRequest } from "../order/examine-return-request"
import {
  returnRequestPayload,
  type ReturnRequestPayload,
} from "../order/return-request-payload"
import {
  acceptProductChangeWorkflow,
  acceptProductWorkflow,
  rejectProductWorkflow,
  withdrawProductWorkflow,
} from "../product/accept-product"
import { mergeChanges } from "../product/product-change"
import {
  examineProductChange,
  productChangePayload,
  productPayload,
  type ProductChangePayload,
  type ProductPayload,
} from "../product/product-payloads"
import {
  acceptSellerDocumentWorkflow,
  examineSellerDocument,
  rejectSellerDocumentWorkflow,
} from "../document/judge-document"
import {
  sellerDocumentPayload,
  type SellerDocumentPayload,
} from "../document/seller-document-payload"
import {
  acceptPayoutDetailsWorkflow,
  examinePayoutDetails,
  payoutDetailsPayload,
  type PayoutDetailsPayload,
} from "../payout/accept-payout-details"
import {
  categoryPayload,
  collectionChangePayload,
  collectionPayload,
  tagPayload,
  typePayload,
} from "../product/taxonomy-payloads"
import { examineCollectionChange } from "../product/collection-change"
import {
  acceptReviewRemovalWorkflow,
  reviewRemovalPayload,
  type ReviewRemovalPayload,
} from "../review/remove-review"
import { acceptSellerWorkflow } from "../seller/accept-seller"
import {
  applicationPayload,
  type ApplicationPayload,
} from "../seller/application-payload"
import { rejectSellerWorkflow } from "../seller/reject-seller"
import type { RequestKind, Submitter } from "./request-kind"

const kinds = new Map<string, RequestKind>()

/**
 * Adds a kind of request. A host calls it once, when its own code loads (for
 * example in a file under `src/workflows`); docs/requests.md has an example.
 *
 * @param name - What clients read and send as `type`.
 * @throws Error when the name is taken.
 */
export function registerRequestKind<Payload extends Record<string, unknown>>(
  name: string,
  kind: RequestKind<Payload>
): void {
  if (kinds.has(name)) {
    throw new Error(`The kind of request "${name}" is registered already`)
  }
  kinds.set(name, kind)
}

/** @throws MedusaError NOT_ALLOWED when nobody registered it. */
export function requestKind(name: string): RequestKind {
  const kind = kinds.get(name)
  if (!kind) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `There is no kind of request "${name}"`
    )
  }
  return kind
}

/** Every kind that a seller may ask for by itself. */
export const kindsOnDemand = (): string[] =>
  [...kinds].flatMap(([name, kind]) => (kind.onDemand ? [name] : []))

/** Two sellers may want the same thing; the second acceptance then says that it exists. */
const perSeller = (text: string, { seller_id }: Submitter) =>
  `${seller_id}:${text.toLowerCase()}`

registerRequestKind<ApplicationPayload>("seller", {
  schema: applicationPayload,
  title: ({ seller }) => seller.name,
  subject: ({ auth_identity_id }) => auth_identity_id,
  accept: acceptSellerWorkflow,
  reject: rejectSellerWorkflow,
})

registerRequestKind("product_category", {
  schema: categoryPayload,
  title: ({ name }) => name,
  subject: ({ name }, submitter) => perSeller(name, submitter),
  accept: acceptCategoryWorkflow,
  onDemand: true,
})

registerRequestKind("product_collection", {
  schema: collectionPayload,
  title: ({ title }) => title,
  subject: ({ title }, submitter) => perSeller(title, submitter),
  accept: acceptCollectionWorkflow,
  onDemand: true,
})

registerRequestKind("product_collection_update", {
  schema: collectionChangePayload,
  title: ({ title, collection_id }) => title ?? collection_id,
  subject: ({ collection_id }) => collection_id,
  examine: examineCollectionChange,
  accept: acceptCollectionChangeWorkflow,
  onDemand: true,
})

registerRequestKind("product_type", {
  schema: typePayload,
  title: ({ value }) => value,
  subject: ({ value }, submitter) => perSeller(value, submitter),
  accept: acceptTypeWorkflow,
  onDemand: true,
})

registerRequestKind("product_tag", {
  schema: tagPayload,
  title: ({ value }) => value,
  subject: ({ value }, submitter) => perSeller(value, submitter),
  accept: acceptTagWorkflow,
  onDemand: true,
})

for (const name of ["product", "product_import"]) {
  registerRequestKind<ProductPayload>(name, {
    schema: productPayload,
    title: ({ title }) => title,
    subject: ({ product_id }) => product_id,
    // The product itself was changed: its newest copy is what is asked for.
    merge: (_open, asked) => asked,
    accept: acceptProductWorkflow,
    reject: rejectProductWorkflow,
    withdraw: withdrawProductWorkflow,
  })
}

registerRequestKind<ProductChangePayload>("product_update", {
  schema: productChangePayload,
  title: ({ title }) => title,
  subject: ({ product_id }) => product_id,
  examine: examineProductChange,
  merge: (open, asked) => ({
    ...asked,
    change: mergeChanges(open.change, asked.change),
  }),
  accept: acceptProductChangeWorkflow,
})

registerRequestKind<ReturnRequestPayload>("order_return", {
  schema: returnRequestPayload,
  title: ({ display_id }) => `Order #${display_id}`,
  subject: ({ order_id }) => order_id,
  examine: examineReturnRequest,
  accept: acceptReturnRequestWorkflow,
  sellerDecides: true,
})

registerRequestKind<ReviewRemovalPayload>("review_remove", {
  schema: reviewRemovalPayload,
  title: ({ reason }) => reason.slice(0, 120),
  // The route let only a review of the seller's own through.
  subject: ({ review_id }) => review_id,
  accept: acceptReviewRemovalWorkflow,
  onDemand: true,
})

registerRequestKind<SellerDocumentPayload>("seller_document", {
  schema: sellerDocumentPayload,
  title: ({ kind, name }) => name ?? kind,
  // The route let only a document of the seller's own through.
  subject: ({ document_id }) => document_id,
  examine: examineSellerDocument,
  accept: acceptSellerDocumentWorkflow,
  reject: rejectSellerDocumentWorkflow,
  onDemand: true,
})

registerRequestKind<PayoutDetailsPayload>("payout_details", {
  schema: payoutDetailsPayload,
  title: () => "Payout details",
  subject: (_payload, { seller_id }) => String(seller_id),
  examine: examinePayoutDetails,
  // What was asked for last is where the money shall go.
  merge: (_open, asked) => asked,
  accept: acceptPayoutDetailsWorkflow,
})
