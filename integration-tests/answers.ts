import { readFileSync } from "node:fs"
import { join } from "node:path"
import Ajv, { type ValidateFunction } from "ajv/dist/2020"
import type { AxiosInstance, AxiosResponse } from "axios"

type Content = { "application/json": { schema: object } }
type Operation = { responses: Record<string, { content?: Content }> }
type Documented = { pattern: RegExp; operations: Record<string, Operation> }

const file = join(__dirname, "../docs/openapi.json")
const { paths }: { paths: Record<string, Record<string, Operation>> } =
  JSON.parse(readFileSync(file, "utf8"))

/** Fewer parameters first, as Medusa sorts its routes. */
const documented: Documented[] = Object.entries(paths)
  .sort(([a], [b]) => a.split("{").length - b.split("{").length)
  .map(([path, operations]) => ({
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
    operations,
  }))

const ajv = new Ajv({ strict: false, allErrors: true })
const validators = new Map<object, ValidateFunction>()

/** Holds every answer that the client gets against docs/openapi.json; what differs throws. */
export function validateAnswers(api: AxiosInstance): void {
  api.interceptors.response.use(ensureDocumented)
}

function ensureDocumented(res: AxiosResponse): AxiosResponse {
  const method = (res.config.method ?? "get").toLowerCase()
  const path = new URL(res.config.url ?? "/", "http://here").pathname
  const found = documented.find(
    ({ pattern, operations }) => pattern.test(path) && operations[method]
  )
  const schema = Object.entries(found?.operations[method]?.responses ?? {})
    .filter(([status]) => status.startsWith("2"))
    .map(([, { content }]) => content?.["application/json"].schema)[0]
  const isJson = String(res.headers["content-type"]).includes("json")
  if (res.status >= 300 || !isJson || !schema) {
    return res
  }
  const validate = validators.get(schema) ?? ajv.compile(schema)
  validators.set(schema, validate)
  if (!validate(res.data)) {
    throw new Error(
      `${method.toUpperCase()} ${path} answers otherwise than docs/openapi.json says (npm run docs): ${problemsOf(validate)}`
    )
  }
  return res
}

function problemsOf({ errors }: ValidateFunction): string {
  const unnamed = (errors ?? []).flatMap(
    ({ propertyName, params }) =>
      propertyName ?? String(params.additionalProperty ?? "")
  )
  const names = [...new Set(unnamed)].filter(Boolean)
  return names.length
    ? `nobody named ${names.join(", ")}`
    : ajv.errorsText(errors, { separator: "; " })
}
