import { XMLParser } from "fast-xml-parser"
import { parse } from "csv-parse/sync"
import type { PayoutInstruction } from "../../src/payout-provider"
import { PayoutBankFileProvider } from "../../src/providers/payout-bank-file/service"
import { payoutContract } from "./payout-contract"

const debtor = {
  name: "Marketplace GmbH",
  iban: "DE89 3704 0044 0532 0130 00",
  bic: "COBADEFFXXX",
}
const context = {
  country: "FR",
  account_holder: "Anna & Söhne",
  iban: "FR14 2004 1010 0505 0001 3M02 606",
}

const instruction = (n: number, amount: bigint): PayoutInstruction => ({
  payout_id: `pout_01KAWBX7Q2M4N6P8R0T2V4X6${String(n).padStart(2, "0")}`,
  idempotency_key: `${n}`,
  seller_id: `sel_${n}`,
  provider_account_id: "FR1420041010050500013M02606",
  account_data: { account_holder: context.account_holder },
  ...{ amount, currency_code: "eur", scale: 2 },
})

/** Files for banks and what banks answer. */
export function bankFileSuite(): void {
  const provider = new PayoutBankFileProvider({}, { debtor })
  const csv = new PayoutBankFileProvider({}, { debtor, format: "csv" })
  const moved = { ...context, iban: "DE02500105170137075030" }
  payoutContract(() => ({ provider, context, moved }))

  const order = {
    id: "pfil_01KAWBX7Q2M4N6P8R0T2V4X6Y8",
    created_at: new Date("2026-11-25T10:00:00Z"),
    instructions: [
      instruction(1, 4460n),
      // 0.1 + 0.2 in floats, and enough lines for two digits of counting.
      ...[10n, 20n, 99_999_999_999n].map((amount, n) =>
        instruction(n + 2, amount)
      ),
      ...Array.from({ length: 10 }, (_, n) => instruction(n + 10, 1n)),
    ],
  }

  it("orders transfers as pain.001.001.09 whose sums are right to the cent", () => {
    const file = provider.makeFile(order)
    expect(provider.makeFile(order)).toEqual(file)
    const { Document } = new XMLParser({
      ...{ ignoreAttributes: false, parseTagValue: false },
    }).parse(file.content)
    expect(Document["@_xmlns"]).toBe(
      "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
    )
    const { GrpHdr, PmtInf } = Document.CstmrCdtTrfInitn
    expect(GrpHdr).toMatchObject({
      ...{ MsgId: "pfil-01KAWBX7Q2M4N6P8R0T2V4X6Y8", NbOfTxs: "14" },
      ...{ CtrlSum: "1000000044.99", InitgPty: { Nm: debtor.name } },
    })
    expect(PmtInf).toMatchObject({
      ...{ PmtMtd: "TRF", NbOfTxs: "14", CtrlSum: "1000000044.99" },
      ...{ ReqdExctnDt: { Dt: "2026-11-25" }, ChrgBr: "SLEV" },
      PmtTpInf: { SvcLvl: { Cd: "SEPA" } },
      DbtrAcct: { Id: { IBAN: "DE89370400440532013000" } },
      DbtrAgt: { FinInstnId: { BICFI: debtor.bic } },
    })
    expect(file.content).toContain("<Nm>Anna &amp; Söhne</Nm>")
    const transfers: Record<string, Record<string, unknown>>[] =
      PmtInf.CdtTrfTxInf
    expect(transfers[0]).toMatchObject({
      PmtId: { EndToEndId: "pout-01KAWBX7Q2M4N6P8R0T2V4X601" },
      Amt: { InstdAmt: { "#text": "44.60", "@_Ccy": "EUR" } },
      Cdtr: { Nm: "Anna & Söhne" },
      CdtrAcct: { Id: { IBAN: "FR1420041010050500013M02606" } },
    })
    const ids = transfers.map(({ PmtId }) => String(PmtId?.EndToEndId))
    expect(new Set(ids).size).toBe(14)
    expect([...ids, GrpHdr.MsgId, PmtInf.PmtInfId]).toEqual(
      Array(16).fill(expect.stringMatching(/^[\w.-]{1,35}$/))
    )
  })

  it("orders them as a table that no spreadsheet runs", () => {
    const evil = instruction(1, 4460n)
    evil.account_data = { account_holder: "=HYPERLINK(1)" }
    const file = csv.makeFile({ ...order, instructions: [evil] })
    expect(parse(file.content, { columns: true })).toEqual([
      expect.objectContaining({
        ...{ name: "'=HYPERLINK(1)", amount: "44.60", currency: "EUR" },
        iban: "FR1420041010050500013M02606",
      }),
    ])
  })

  it.each([
    [{ ...context, iban: "FR1420041010050500013M02607" }, "context.iban"],
    [{ ...context, iban: "" }, "context.iban"],
    [{ ...context, account_holder: undefined }, "context.account_holder"],
    [{ ...context, bic: "NOPE" }, "context.bic"],
  ])("refuses an account that no bank would find (%#)", async (told, field) => {
    await expect(
      provider.account({
        ...{ seller_id: "sel", provider_account_id: null, context: told },
        idempotency_key: "k",
      })
    ).rejects.toMatchObject({ type: "invalid_data", message: RegExp(field) })
  })

  it("pays no other currency than the euro", async () => {
    const dollars = { ...instruction(1, 100n), currency_code: "usd" }
    expect(await provider.send(dollars)).toMatchObject({ status: "failed" })
  })

  const payout_id = instruction(1, 1n).payout_id
  const id = payout_id.replace("_", "-")
  const entry = (back: boolean, amount: string, e2e: string, state = "") => `
    <Ntry>${state}<Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${back ? "CRDT" : "DBIT"}</CdtDbtInd>
    <BookgDt><Dt>2026-11-26</Dt></BookgDt><NtryDtls><TxDtls><Refs>
    <EndToEndId>${e2e}</EndToEndId></Refs>${
      back ? "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>" : ""
    }</TxDtls></NtryDtls></Ntry>`
  const statement = (...entries: string[]) =>
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>${entries.join("")}</Stmt></BkToCstmrStmt></Document>`

  it("reads what the bank booked, sent back and refused", () => {
    const said = { payout_id, amount: 4460n, currency_code: "eur" }
    expect(
      provider.readReport(
        statement(
          entry(false, "44.60", id, "<Sts>BOOK</Sts>"),
          entry(true, "44.60", id, "<Sts><Cd>BOOK</Cd></Sts>"),
          entry(false, "9.99", "office rent"),
          entry(false, "1.00", id, "<Sts>PDNG</Sts>"),
          entry(true, "1.00", id, "<Sts><Cd>INFO</Cd></Sts>")
        )
      )
    ).toEqual([
      expect.objectContaining({ ...said, status: "paid" }),
      expect.objectContaining({ ...said, status: "returned", reason: "AC04" }),
    ])
    const refusal = `<Document><CstmrPmtStsRpt><GrpHdr><CreDtTm>2026-11-26T08:00:00Z</CreDtTm></GrpHdr>
      <OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>RJCT</TxSts>
      <StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf><OrgnlTxRef><Amt><InstdAmt Ccy="EUR">44.60</InstdAmt></Amt></OrgnlTxRef>
      </TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`
    expect(provider.readReport(refusal)).toEqual([
      expect.objectContaining({ ...said, status: "failed", reason: "AC01" }),
    ])
    const table = `line_id,payout_id,status,amount,currency,booked_at\n1,${payout_id},paid,44.60,EUR,2026-11-26\n`
    expect(provider.readReport(table)).toEqual([
      expect.objectContaining({ ...said, status: "paid", line_id: "1" }),
    ])
  })

  it.each([
    "<Document><Other/></Document>",
    "<Document>",
    '<!DOCTYPE x [<!ENTITY a "b">]><Document/>',
    "line_id,payout_id\n1,2",
    'a,"b',
    statement(entry(false, "much", id)).replace("much", ""),
  ])("refuses what is no report (%#)", (content) => {
    expect(() => provider.readReport(content)).toThrow(
      expect.objectContaining({ type: "invalid_data" })
    )
  })
}
