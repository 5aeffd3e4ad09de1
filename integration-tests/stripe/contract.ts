import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import ts from "typescript"

export type Parameters = { all: Set<string>; required: Set<string> }

const types = join(dirname(require.resolve("stripe")), "../types")

/**
 * The parameters of a request as Stripe publishes them, read from the types of
 * its own package.
 *
 * @example parametersOf("TransfersResource", "TransferCreateParams")
 */
export function parametersOf(file: string, name: string): Parameters {
  const path = join(types, `${file}.d.ts`)
  const source = ts.createSourceFile(
    path,
    readFileSync(path, "utf8"),
    ts.ScriptTarget.ES2021
  )
  const members: ts.TypeElement[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === name) {
      members.push(...node.members)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  if (!members.length) {
    throw new Error(`Stripe's types have no ${name} in ${file}.d.ts`)
  }
  const names = (chosen: ts.TypeElement[]) =>
    new Set(chosen.map((member) => member.name?.getText(source) ?? ""))
  return {
    all: names(members),
    required: names(members.filter((member) => !member.questionToken)),
  }
}
