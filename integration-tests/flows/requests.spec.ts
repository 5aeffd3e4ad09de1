import { marketplaceApp } from "../app"
import { engine } from "./requests/engine-suite"
import { hostKind } from "./requests/host-kind-suite"
import { papers } from "./requests/papers-suite"
import { payoutDetails } from "./requests/payout-details-suite"
import { policies } from "./requests/policies-suite"
import { productChanges } from "./requests/product-change-suite"
import { products } from "./requests/product-suite"
import { returns } from "./requests/return-suite"
import { reviews } from "./requests/review-suite"
import { taxonomy } from "./requests/taxonomy-suite"

marketplaceApp({
  "categories, collections, types and tags": taxonomy,
  "the engine": engine,
  "the operator's rules": policies,
  "new products": products,
  "changes of products on sale": productChanges,
  "goods that go back": returns,
  "reviews and their removal": reviews,
  "documents and attachments": papers,
  "payout details": payoutDetails,
  "a kind of the host's own": hostKind,
})
