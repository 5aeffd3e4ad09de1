import { attributeSortColumns } from "../../_contracts/attribute"
import { wholeList, type OwnVendorRoute } from "../../_kit/vendor-route"

const finds = {
  filters: ["handle", "is_filterable", "q"],
  sort: attributeSortColumns,
}

/** What products say about themselves: the operator's list, and the part of it that a product of the seller has. */
export const attributeRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/attributes",
    permission: null,
    list: 50,
    finds,
  },
  {
    method: "GET",
    path: "/vendor/attributes/:id",
    permission: null,
    owned: { id: "reference" },
  },
  {
    method: "GET",
    path: "/vendor/products/:id/applicable-attributes",
    permission: "catalog:read",
    list: wholeList,
    finds,
    owned: { id: "product" },
  },
]
