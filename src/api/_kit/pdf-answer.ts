import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** Whether a client asks for a document as PDF by its `Accept` header. */
export function wantsPdf(req: MedusaRequest): boolean {
  return (
    req.accepts(["application/json", "application/pdf"]) === "application/pdf"
  )
}

/** Answers a PDF, to be kept under a name. */
export function answerPdf(
  res: MedusaResponse,
  filename: string,
  pdf: Buffer
): void {
  res.setHeader("content-type", "application/pdf")
  res.setHeader("content-disposition", `inline; filename="${filename}.pdf"`)
  res.end(pdf)
}
