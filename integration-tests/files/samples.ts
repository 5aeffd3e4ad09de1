import sharp from "sharp"

export type Sample = { name: string; content: Buffer | string; type?: string }

/** As small as a PDF can be. */
export const pdf = (text = "Anna Beispiel") =>
  `%PDF-1.4\n1 0 obj << /Type /Catalog /Note (${text}) >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`

export const png = (size = 20) =>
  sharp({
    create: {
      width: size,
      height: size,
      channels: 3,
      background: { r: 20, g: 130, b: 30 },
    },
  })
    .png()
    .toBuffer()

/** Files as a browser sends them. */
export function formOf(files: Sample[], field = "files"): FormData {
  const form = new FormData()
  for (const { name, content, type = "application/pdf" } of files) {
    const part = new Blob([new Uint8Array(Buffer.from(content))], { type })
    form.append(field, part, name)
  }
  return form
}

const zipEnd = "PK\x05\x06" + "\0".repeat(18)

/** What must stay out of private files, by what is wrong with it. */
export async function hostileFiles(
  maxBytes: number
): Promise<Record<string, Sample[]>> {
  const image = await png()
  const one = (name: string, content: Buffer | string) => [{ name, content }]
  return {
    "SVG with a script": one(
      "a.svg",
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    ),
    "SVG called PNG": one("a.png", "<svg/>"),
    "a page called PDF": one("a.pdf", "<html><script>alert(1)</script></html>"),
    "a page called CSV": one("a.csv", "<html><script>alert(1)</script></html>"),
    "a page before a PDF": one("a.pdf", `<script>1</script>${pdf()}`),
    "a page behind a PDF": one("a.pdf", `${pdf()}<script>alert(1)</script>`),
    "an archive behind a PDF": one("a.pdf", `${pdf()}${zipEnd}`),
    "an archive inside a PDF": one("a.pdf", pdf(zipEnd)),
    "a script in a PDF": one(
      "a.pdf",
      pdf(") /OpenAction << /S /JavaScript >> (")
    ),
    "a script under another spelling": one(
      "a.pdf",
      pdf(") /S /#4Aava#53cript (")
    ),
    "a file in a PDF": one("a.pdf", pdf(") /EmbeddedFiles 2 0 R (")),
    "a program start in a PDF": one("a.pdf", pdf(") /S /Launch (")),
    "half a PDF": one("a.pdf", pdf().slice(0, 40)),
    "an archive": one("a.zip", `PK\x03\x04${zipEnd}`),
    "an archive called CSV": one("a.csv", `PK\x03\x04${zipEnd}`),
    "a picture called PDF": one("a.pdf", image),
    "a PDF called picture": one("a.png", pdf()),
    "a picture under another picture's name": one("a.jpg", image),
    "a broken picture": one("a.png", image.subarray(0, image.length - 30)),
    "a pixel bomb": one("a.png", await png(3000)),
    "bytes called CSV": one("a.csv", Buffer.from([0xff, 0xfe, 0, 1, 2])),
    "a zero byte in a CSV": one("a.csv", "a,b\0\n"),
    nothing: one("a.pdf", ""),
    "a program": one("a.exe", "MZ"),
    "a name without an end": one("pdf", pdf()),
    "two ends": one("a.pdf.php", pdf()),
    "too many bytes": one("a.csv", "a".repeat(maxBytes + 1)),
    "too many files": Array.from({ length: 4 }, () => ({
      name: "a.pdf",
      content: pdf(),
    })),
    "one good, one bad": [...one("a.pdf", pdf()), ...one("b.svg", "<svg/>")],
  }
}
