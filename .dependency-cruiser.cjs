/**
 * The rooms of src: who may import whom. Each comment says where the thing
 * belongs instead. Layers first (Medusa loads them so), domains second.
 */
const room = (name, from, to, comment) => ({
  name,
  severity: "error",
  comment,
  from: typeof from === "string" ? { path: from } : from,
  to: typeof to === "string" ? { path: to } : to,
})

/** A row's type may be named anywhere; only what runs makes a dependency. */
const atRunTime = (path) => ({ path, dependencyTypesNot: ["type-only"] })

module.exports = {
  forbidden: [
    room(
      "money-is-pure",
      "^src/(money/|events\\.ts|options\\.ts|payout-provider\\.ts)",
      atRunTime("^src/(?!money/|events\\.ts|options\\.ts)"),
      "money, events and options know nothing of the rest: pass them plain values, and put what needs a container into src/workflows/<domain>."
    ),
    room(
      "module-stands-alone",
      "^src/modules/([^/]+)/",
      "^src/(?!modules/$1/|money/|options\\.ts|payout-provider\\.ts)",
      "A module holds its rows and their invariants, nothing else: what joins two modules is a workflow (src/workflows/<domain>) or a link (src/links)."
    ),
    room(
      "provider-is-one-outside-system",
      "^src/providers/([^/]+)/",
      "^src/(?!providers/$1/|money/|options\\.ts|payout-provider\\.ts)",
      "A provider speaks to one outside system through its interface's types: whatever reads our own rows belongs into a workflow."
    ),
    room(
      "link-has-no-logic",
      "^src/links/",
      "^src/(?!modules/[^/]+/index\\.ts$)",
      "A link file is one defineLink between the index of a module of ours and a Medusa module: logic belongs into src/scope (ownership) or a workflow."
    ),
    room(
      "scope-knows-links-only",
      "^src/scope/",
      "^src/(?!scope/|links/)",
      "scope answers who owns what from the links alone: a rule about rows belongs into its module, a guard of a route into src/api/_kit."
    ),
    room(
      "workflow-below-http",
      "^src/workflows/",
      "^src/(api|subscribers|jobs|admin)/",
      "A workflow is called by routes, subscribers and jobs, never the other way round: take plain input; a type both need lives beside the workflow."
    ),
    room(
      "workflow-asks-the-module",
      "^src/workflows/",
      atRunTime("^src/modules/[^/]+/(models/|migrations/|sql)"),
      "Tables and SQL are the module's own: add a method to its service and resolve it from the container."
    ),
    room(
      "steps-stay-in-their-domain",
      "^src/workflows/([^/]+)/",
      "^src/workflows/(?!$1/)[^/]+/steps/",
      "Call the other domain's workflow (runAsStep), not its steps."
    ),
    room(
      "subscriber-runs-a-workflow",
      "^src/(subscribers|jobs)/",
      "^src/(?!workflows/|events\\.ts|options\\.ts|modules/[^/]+/types\\.ts$)",
      "Subscribers and jobs say `when X, run workflow Y`: services, SQL and arithmetic belong into src/workflows/<domain>."
    ),
    room(
      "kit-has-no-domain",
      "^src/api/_kit/",
      "^src/(api/(?!_kit/)|workflows/|subscribers/|jobs/|providers/)",
      "_kit holds factories and guards without domain words: hand the domain in as a row or a parameter (src/api/<actor>)."
    ),
    room(
      "contract-has-no-handler",
      "^src/api/_contracts/",
      atRunTime(
        "^src/(?!api/_contracts/|money/|options\\.ts|events\\.ts|modules/[^/]+/(types|transitions)\\.ts$)"
      ),
      "_contracts holds zod schemas and field lists: what runs belongs into src/api/<actor> or a workflow."
    ),
    room(
      "route-runs-a-workflow",
      "^src/api/(?!_kit/)",
      atRunTime(
        "^src/(modules/[^/]+/(service|models/|migrations/|sql)|providers/|subscribers/|jobs/)"
      ),
      "A route parses, runs one workflow or one query, and answers: use a workflow of src/workflows/<domain> or query.graph."
    ),
    room(
      "actors-do-not-mix",
      "^src/api/(admin|store|vendor|hooks)/",
      "^src/api/(?!$1/|_kit/|_contracts/)",
      "What two actors need lives in src/api/_contracts (schemas, fields) or src/api/_kit (guards, factories)."
    ),
    room(
      "public-types-only",
      "^src/types/",
      atRunTime("."),
      "src/types/index.ts is what a host imports as a type: use `export type { … } from`."
    ),
    room(
      "no-drawers",
      {},
      {
        path: "/(utils?|helpers?|shared|common|lib)(/|[.]ts$)",
        pathNot: "node_modules/",
      },
      "A helper lives beside its only caller; with a second caller it gets a name and a room."
    ),
    room(
      "source-without-tests-and-scripts",
      { path: "^src/", pathNot: "__tests__/" },
      "^(integration-tests|scripts)/|__tests__/|\\.spec\\.ts$",
      "src is what a host installs: move what both need into src, or keep it with the tests."
    ),
    room(
      "source-needs-no-dev-dependency",
      { path: "^src/", pathNot: "__tests__/" },
      {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["npm-peer", "type-only"],
      },
      "A host installs dependencies and peerDependencies only: name the package in one of them, or do without."
    ),
    room(
      "no-unresolved-import",
      {},
      { couldNotResolve: true },
      "The file or package does not exist: repair the path, or name the package in package.json."
    ),
    room(
      "no-cycle",
      // The two sides of a relation name each other, lazily: that is Medusa's DML.
      { pathNot: "^src/modules/[^/]+/models/" },
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
      "Two files that need each other are one idea, or hide a third: merge them or name the third."
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.medusa/" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: "tsconfig.tests.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["main", "types", "typings"],
    },
  },
}
