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

/** `unit` needs nothing; `integration` needs the PostgreSQL that `npm test` starts. */
module.exports = {
  testTimeout: 120_000,
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["<rootDir>/src/**/__tests__/**/*.unit.spec.ts"],
    },
    {
      ...common,
      displayName: "integration",
      testMatch: [
        "<rootDir>/src/modules/**/__tests__/*.service.spec.ts",
        "<rootDir>/integration-tests/**/*.spec.ts",
      ],
      globalSetup: "<rootDir>/integration-tests/global-setup.ts",
      setupFiles: ["<rootDir>/integration-tests/setup.ts"],
    },
  ],
}
