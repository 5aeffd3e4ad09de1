import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import ts from "typescript"
import { root } from "../test/command"

type EventRow = {
  key: string
  name: string
  when: string
  payload: string
  since: string
}

const source = join(root, "src/events.ts")
const subscribers = join(root, "src/subscribers")

/**
 * The reference of all events, read from `src/events.ts` and the subscribers.
 *
 * @throws Error that names every event which does not say when it fires, its payload and since when.
 */
export function eventsReference(): string {
  const program = ts.createProgram([source], {
    strict: true,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    skipLibCheck: true,
  })
  const file = program.getSourceFile(source)
  if (!file) {
    throw new Error(`${source} cannot be read`)
  }
  const payloads = payloadTypes(file, program.getTypeChecker())
  const rows = eventRows(file)
  const listeners = listenersByEvent()
  return page(
    rows.map((row) => {
      const payload = payloads.get(row.payload)
      if (!payload) {
        throw new Error(`${row.name}: its payload ${row.payload} is no type`)
      }
      return { ...row, payload, listeners: listeners.get(row.key) ?? [] }
    })
  )
}

function eventRows(file: ts.SourceFile): EventRow[] {
  const table = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find(({ name }) => name.getText(file) === "MarketplaceEvents")?.initializer
  const literal = table && ts.isAsExpression(table) ? table.expression : table
  if (!literal || !ts.isObjectLiteralExpression(literal)) {
    throw new Error("MarketplaceEvents of src/events.ts is no object literal")
  }
  const rows = literal.properties
    .filter(ts.isPropertyAssignment)
    .map((property) => eventRow(property, file))
  const silent = rows.filter(({ when, payload }) => !when || !payload)
  if (silent.length) {
    throw new Error(
      `Say when it fires, "Payload \`Type\`." and "Since x.y.z.": ${silent.map(({ name }) => name).join(", ")}`
    )
  }
  return rows
}

function eventRow(
  property: ts.PropertyAssignment,
  file: ts.SourceFile
): EventRow {
  const said = docOf(property)
  const parts = /^(.*?)\s*Payload `(\w+)`\.\s*Since (\d+\.\d+\.\d+)\.?$/s.exec(
    said
  )
  return {
    key: property.name.getText(file),
    name: ts.isStringLiteral(property.initializer)
      ? property.initializer.text
      : property.initializer.getText(file),
    when: parts?.[1] ?? "",
    payload: parts?.[2] ?? "",
    since: parts?.[3] ?? "",
  }
}

const docOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "")
    .join(" ")
    .replace(/\s+/g, " ")
    .trim()

/** Each exported payload type as one line, with what its docblock says. */
function payloadTypes(
  file: ts.SourceFile,
  checker: ts.TypeChecker
): Map<string, string> {
  const aliases = file.statements.filter(ts.isTypeAliasDeclaration)
  return new Map(
    aliases.map((alias) => {
      const type = checker.getTypeAtLocation(alias)
      const fields = type.getProperties().map((property) => {
        const optional = property.flags & ts.SymbolFlags.Optional ? "?" : ""
        const shape = checker.typeToString(
          checker.getTypeOfSymbolAtLocation(property, alias),
          alias,
          ts.TypeFormatFlags.NoTruncation
        )
        return `${property.name}${optional}: ${shape}`
      })
      const said = docOf(alias)
      return [
        alias.name.text,
        `\`{ ${fields.join("; ")} }\`${said && ` ${said}`}`,
      ]
    })
  )
}

/** Subscribers by the key of the event that their `config` names, itself or in a table that it imports. */
function listenersByEvent(): Map<string, string[]> {
  const files = readdirSync(subscribers, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".ts"))
    .sort()
  const found = new Map<string, string[]>()
  for (const name of files) {
    const path = join(subscribers, name)
    const text = readFileSync(path, "utf8")
    const config = text.slice(text.indexOf("export const config"))
    const listener = relative(root, path).replace(/\\/g, "/")
    const said = `${config}\n${importedTable(path, text, config)}`
    const keys = [...said.matchAll(/MarketplaceEvents\.(\w+)/g)]
    for (const key of new Set(keys.map((match) => match[1] ?? ""))) {
      found.set(key, [...(found.get(key) ?? []), listener])
    }
  }
  return found
}

function importedTable(path: string, text: string, config: string): string {
  const table = /event: (?:\[\.\.\.)?(\w+)[\],(\s]/.exec(config)?.[1]
  const from = new RegExp(
    `import \\{[^}]*\\b${table}\\b[^}]*\\} from "(\\.[^"]+)"`
  ).exec(text)?.[1]
  return table && from && table !== "MarketplaceEvents"
    ? readFileSync(join(dirname(path), `${from}.ts`), "utf8")
    : ""
}

function page(rows: (EventRow & { listeners: string[] })[]): string {
  // A paragraph an event, so that a new one touches no line of another.
  const events = rows.map(({ name, when, payload, since, listeners }) =>
    [
      `## \`${name}\``,
      `${when} Since ${since}.`,
      `Payload: ${payload}`,
      `Listeners: ${listeners.map((path) => `\`${path}\``).join(", ") || "none of ours"}`,
    ].join("\n\n")
  )
  return `# Events

Generated from \`src/events.ts\` by \`npm run docs\`. Names and payload types are exported by \`medusa-plugin-marketplace/events\`.

An event is emitted after the writes that it tells of. Those of order sets and payouts come at least once, whatever crashes; a
repeat has the same payload, so be idempotent by its ids. Payloads hold ids and plain values, no personal data and no secret.
Medusa's own events (\`order.placed\`, \`payment.captured\`, …) come beside these, once per order of a set.

${events.join("\n\n")}
`
}
