import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { fetchPriceList } from "@medusajs/medusa/api/admin/price-lists/helpers"
import {
  changePriceListPricesWorkflow,
  type ChangePriceListPricesInput,
} from "../../../workflows/price-list/change-price-list-prices"
import type {
  AddPriceListPrices,
  ChangePriceListPrices,
} from "../../_contracts/price-list"

async function change(
  req: MedusaRequest,
  changes: Omit<ChangePriceListPricesInput, "id">
): Promise<string> {
  const id = req.params.id ?? ""
  await changePriceListPricesWorkflow(req.scope).run({
    input: { id, ...changes },
  })
  return id
}

/** `POST /vendor/price-lists/:id/products`. */
export async function changePrices(
  req: MedusaRequest<z.infer<typeof ChangePriceListPrices>>,
  res: MedusaResponse
): Promise<void> {
  const id = await change(req, req.validatedBody)
  const { fields } = req.queryConfig
  res.json({ price_list: await fetchPriceList(id, req.scope, fields) })
}

/** `POST /vendor/price-lists/:id/prices`. */
export async function addPrices(
  req: MedusaRequest<z.infer<typeof AddPriceListPrices>>,
  res: MedusaResponse
): Promise<void> {
  const id = await change(req, { create: req.validatedBody.prices })
  const { fields } = req.queryConfig
  res.json({ price_list: await fetchPriceList(id, req.scope, fields) })
}

/** `DELETE /vendor/price-lists/:id/prices/:price_id`. */
export async function deletePrice(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const price = req.params.price_id ?? ""
  const id = await change(req, { delete: [price] })
  res.json({
    id: price,
    object: "price",
    deleted: true,
    parent: { id },
  })
}
