import { setImmediate } from "node:timers/promises"
import PDFDocument from "pdfkit"
import type { Statement } from "../../modules/payout/statements/find-statements"
import type {
  CommissionPart,
  StatementContent,
  StatementParty,
} from "../../modules/payout/statements/statement-types"
import { fromMinorUnits } from "../../money/minor-units"

type Document = InstanceType<typeof PDFDocument>

/** A column: where it begins, how wide it is, and whether it holds figures. */
type Column = { x: number; width: number; figures?: boolean }

const font = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf")
const boldFont = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf")
const margin = 40
const rowHeight = 11
/** Rows drawn before other requests get a turn. */
const rowsInOneGo = 100

const accountColumns: Column[] = [
  ...[{ x: 40, width: 150 }],
  ...[{ x: 200, width: 110, figures: true }],
  ...[{ x: 320, width: 110, figures: true }],
]
const commissionColumns: Column[] = [
  ...[
    { x: 40, width: 60 },
    { x: 105, width: 60 },
    { x: 170, width: 170 },
  ],
  ...[
    { x: 345, width: 65, figures: true },
    { x: 415, width: 60, figures: true },
    { x: 480, width: 75, figures: true },
  ],
]
const lineColumns: Column[] = [
  ...[
    { x: 40, width: 52 },
    { x: 95, width: 78 },
    { x: 176, width: 150 },
  ],
  ...[
    { x: 329, width: 54, figures: true },
    { x: 386, width: 50, figures: true },
    { x: 439, width: 54, figures: true },
    { x: 496, width: 59, figures: true },
  ],
]

/** A statement as PDF: the same statement is the same bytes, whenever it is asked for. */
export async function statementPdf(statement: Statement): Promise<Buffer> {
  const made = new Date(statement.created_at)
  const doc = new PDFDocument({
    ...{ size: "A4", margin, bufferPages: false },
    info: {
      Title: `Statement ${statement.number}`,
      Author: statement.content.issuer.name,
      CreationDate: made,
      ModDate: made,
    },
  })
  const chunks: Buffer[] = []
  doc.on("data", (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((done) => doc.on("end", done))
  doc.registerFont("text", font).registerFont("bold", boldFont)
  await draw(doc, statement)
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

async function draw(doc: Document, statement: Statement): Promise<void> {
  const { content } = statement
  const money = (minor: string) => fromMinorUnits(BigInt(minor), content.scale)
  drawHead(doc, statement)
  heading(doc, "Balances")
  row(doc, accountColumns, ["Account", "Opening", "Closing"])
  for (const { type, opening, closing } of content.accounts) {
    row(doc, accountColumns, [words(type), money(opening), money(closing)])
  }
  row(doc, accountColumns, [
    ...["Total", money(content.opening), money(content.closing)],
  ])
  heading(doc, "Movements by kind")
  for (const { kind, count, amount } of content.totals) {
    row(doc, accountColumns, [words(kind), String(count), money(amount)])
  }
  await drawPart(doc, content, "Invoice for commission")
  await drawPart(doc, content, "Credit note for commission")
  heading(doc, "All movements")
  row(doc, lineColumns, [
    ...["Date", "Kind", "Order or reference", "Buyer", "Commission"],
    ...["Amount", "Balance"],
  ])
  for (const [index, line] of content.lines.entries()) {
    row(doc, lineColumns, [
      ...[day(line.booked_at), words(line.kind)],
      ...[line.order_id ?? line.reference_id, money(line.buyer)],
      money(added(line.commission, line.commission_tax)),
      ...[money(line.amount), money(line.balance)],
    ])
    await giveWay(index)
  }
}

function drawHead(doc: Document, statement: Statement): void {
  const { content, number, period, hash, currency_code } = statement
  doc.font("bold").fontSize(16).text(`Statement ${number}`, margin, margin)
  doc.font("text").fontSize(8).moveDown(0.5)
  doc.text(`Month ${period} (UTC), amounts in ${currency_code.toUpperCase()}`)
  doc.moveDown(0.5).text(`From: ${describe(content.issuer)}`)
  doc.text(`To: ${describe(content.seller)}`)
  doc.moveDown(0.5).text(`SHA-256 ${hash}`)
}

async function drawPart(
  doc: Document,
  content: StatementContent,
  title: "Invoice for commission" | "Credit note for commission"
): Promise<void> {
  const part: CommissionPart =
    title === "Invoice for commission"
      ? content.commission_invoice
      : content.credit_note
  const money = (minor: string) => fromMinorUnits(BigInt(minor), content.scale)
  heading(doc, title)
  row(doc, commissionColumns, ["Date", "Kind", "Order", "Net", "Tax", "Gross"])
  for (const [index, line] of part.lines.entries()) {
    row(doc, commissionColumns, [
      ...[day(line.booked_at), words(line.kind), line.order_id ?? ""],
      ...[money(line.net), money(line.tax), money(line.gross)],
    ])
    await giveWay(index)
  }
  row(doc, commissionColumns, [
    ...["Total", "", "", money(part.net), money(part.tax), money(part.gross)],
  ])
}

function heading(doc: Document, title: string): void {
  const y = doc.y + rowHeight
  const fits = y < doc.page.height - margin - 4 * rowHeight
  if (!fits) {
    doc.addPage()
  }
  doc.font("bold").fontSize(10)
  doc.text(title, margin, fits ? y : margin)
  doc.font("text").fontSize(7)
  doc.y += 3
}

function row(doc: Document, columns: Column[], cells: string[]): void {
  if (doc.y > doc.page.height - margin - rowHeight) {
    doc.addPage()
  }
  const { y } = doc
  columns.forEach(({ x, width, figures }, index) =>
    doc.text(cells[index] ?? "", x, y, {
      ...{ width, lineBreak: false, ellipsis: true },
      align: figures ? "right" : "left",
    })
  )
  doc.y = y + rowHeight
}

async function giveWay(index: number): Promise<void> {
  if (index % rowsInOneGo === rowsInOneGo - 1) {
    await setImmediate()
  }
}

const day = (time: string) => time.slice(0, 10)

const words = (name: string) => name.replaceAll("_", " ")

const added = (left: string, right: string) =>
  (BigInt(left) + BigInt(right)).toString()

function describe({ name, address, tax_id }: StatementParty): string {
  const parts = [name, address, tax_id && `tax id ${tax_id}`]
  return parts.filter(Boolean).join(", ")
}
