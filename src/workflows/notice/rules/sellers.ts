import { MarketplaceEvents } from "../../../events"
import type { NoticeRule } from "../notice-rule"

const account = {
  facts: "seller",
  topic: "account",
  audience: "owners",
} as const

const document = { facts: "document", topic: "account" } as const

/** Sellers, their papers and their teams. */
export const sellerRules: readonly NoticeRule[] = [
  {
    ...account,
    event: MarketplaceEvents.SELLER_REGISTERED,
    template: "application-received",
  },
  {
    ...account,
    event: MarketplaceEvents.SELLER_REGISTERED,
    template: "application-new",
    audience: "operator",
  },
  {
    ...account,
    event: MarketplaceEvents.SELLER_ACCEPTED,
    template: "seller-accepted",
  },
  {
    ...account,
    event: MarketplaceEvents.SELLER_REJECTED,
    template: "seller-rejected",
  },
  {
    ...account,
    event: MarketplaceEvents.SELLER_SUSPENDED,
    template: "seller-suspended",
  },
  {
    ...account,
    event: MarketplaceEvents.SELLER_REACTIVATED,
    template: "seller-reactivated",
  },
  {
    ...account,
    event: MarketplaceEvents.SELLER_TERMINATED,
    template: "seller-terminated",
  },
  ...(["owners", "operator"] as const).flatMap((audience): NoticeRule[] => [
    {
      ...{ event: MarketplaceEvents.SELLER_DOCUMENT_EXPIRING, ...document },
      ...{ template: "document-expiring", audience },
    },
    {
      ...{ event: MarketplaceEvents.SELLER_DOCUMENT_EXPIRED, ...document },
      ...{ template: "document-expired", audience },
    },
  ]),
  {
    ...account,
    ...{ event: MarketplaceEvents.SELLER_OWNERSHIP_TRANSFERRED },
    ...{ facts: "new-owner", template: "owner-changed" },
  },
  {
    ...{ event: MarketplaceEvents.SELLER_INVITE_SENT, facts: "invite" },
    ...{ template: "member-invited", topic: "team", audience: "owners" },
  },
  {
    ...{ event: MarketplaceEvents.SELLER_INVITE_ACCEPTED, facts: "member" },
    ...{ template: "member-joined", topic: "team", audience: "owners" },
  },
  {
    ...{ event: MarketplaceEvents.MEMBER_REMOVED, facts: "member" },
    ...{ template: "member-removed", topic: "team", audience: "owners" },
  },
]
