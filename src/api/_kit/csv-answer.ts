import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** Whether a client asks for CSV: by `format=csv` or by its `Accept` header. */
export function wantsCsv(req: MedusaRequest): boolean {
  return (
    req.query.format === "csv" ||
    req.accepts(["application/json", "text/csv"]) === "text/csv"
  )
}

/**
 * Answers a whole list as CSV, page after page, without holding it in memory.
 *
 * @param page - The text of the rows from `offset` on, and how many they are; 0 ends the answer.
 */
export async function answerCsv(
  res: MedusaResponse,
  filename: string,
  page: (offset: number) => Promise<{ text: string; count: number }>
): Promise<void> {
  let { text, count } = await page(0)
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="${filename}.csv"`)
  for (let offset = 0; count > 0;) {
    res.write(text)
    offset += count
    ;({ text, count } = await page(offset))
  }
  res.end(text)
}
