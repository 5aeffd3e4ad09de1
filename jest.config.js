// Medusa's logger reads its level once, when it loads: set it before any worker starts.
process.env.LOG_LEVEL ??= "error"
process.env.MEDUSA_DISABLE_TELEMETRY = "true"

const swc = [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", decorators: true },
      transform: { decoratorMetadata: true },
      target: "es2021",
    },
  },
]

const common = {
  rootDir: __dirname,
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/.medusa/"],
  transform: { "^.+\\.[jt]s$": swc },
}

const withDatabase = {
  ...common,
  globalSetup: "<rootDir>/integration-tests/global-setup.ts",
  setupFiles: ["<rootDir>/integration-tests/setup.ts"],
}

/**
 * `unit` needs nothing. The others need PostgreSQL (`npm test` starts one):
 * `integration` boots one app a spec file, `processes` spawns real servers and
 * runs serially, `prove` holds the long proofs of `npm run prove`.
 */
module.exports = {
  testTimeout: 120_000,
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["<rootDir>/src/**/__tests__/**/*.unit.spec.ts"],
    },
    {
      ...withDatabase,
      displayName: "integration",
      testMatch: [
        "<rootDir>/src/modules/**/__tests__/*.service.spec.ts",
        "<rootDir>/integration-tests/**/*.spec.ts",
      ],
      testPathIgnorePatterns: [
        ...common.testPathIgnorePatterns,
        "<rootDir>/integration-tests/(processes|prove)/",
      ],
    },
    {
      ...withDatabase,
      displayName: "processes",
      testMatch: ["<rootDir>/integration-tests/processes/**/*.spec.ts"],
    },
    {
      ...withDatabase,
      displayName: "prove",
      testMatch: ["<rootDir>/integration-tests/prove/**/*.spec.ts"],
    },
  ],
}
