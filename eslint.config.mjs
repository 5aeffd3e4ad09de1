import js from "@eslint/js"
import tseslint from "typescript-eslint"

/** What the code must not contain; each message says what to write instead. */
const forbidden = {
  escapes: {
    selector:
      "CallExpression[callee.property.name=/^(skip|only|todo)$/][callee.object.name=/^(it|test|describe)$/]",
    message: "A committed test runs: repair it or delete it.",
  },
  exportAll: {
    selector: "ExportAllDeclaration",
    message: "Re-export by name, so that the public surface can be read.",
  },
  environment: {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message:
      "Nothing in src reads the environment: add an option to src/options.ts.",
  },
  /**
   * A key `seller` or `seller_id` inside an object that is, or becomes, a filter:
   * the property `filters`/`filterableFields`, or the first argument of a read.
   */
  scope: [
    "Property[key.name=/^(filters|filterableFields|filterable_fields)$/] > ObjectExpression Property[key.name=/^(seller|seller_id)$/]",
    "AssignmentExpression[left.property.name=/^(filters|filterableFields|filterable_fields)$/] Property[key.name=/^(seller|seller_id)$/]",
    "AssignmentExpression[left.object.property.name=/^(filters|filterableFields|filterable_fields)$/][left.property.name=/^(seller|seller_id)$/]",
    "VariableDeclarator[id.name=/^(filters|filterableFields)$/] > ObjectExpression > Property[key.name=/^(seller|seller_id)$/]",
  ].map((selector) => ({
    selector,
    message:
      "An undefined filter matches every row: build it with sellerFilter() from src/scope.",
  })),
}

const importRules = [
  {
    regex: "^zod(/|$)",
    message: "Import z from @medusajs/framework/zod: two copies clash.",
  },
  {
    regex: "^@medusajs/(.*/dist/|core-flows)",
    message:
      "Import from @medusajs/framework/* or @medusajs/medusa/* (core-flows: @medusajs/medusa/core-flows).",
  },
  {
    regex:
      "^@medusajs/(?!(framework|medusa|test-utils)(/|$)|core-flows|.*/dist/)",
    message:
      "Hosts have @medusajs/framework and @medusajs/medusa only: import from there.",
  },
]

const functionLines = (max) => ({
  max,
  skipComments: true,
  skipBlankLines: true,
})

export default tseslint.config(
  { ignores: ["node_modules/", ".medusa/", ".local/", "coverage/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: "./tsconfig.tests.json",
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": true, "ts-ignore": true, "ts-nocheck": true },
      ],
      // `const { secret, ...rest }` is how a field is left out.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true },
      ],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-restricted-imports": [
        "error",
        { patterns: importRules },
      ],
      // Medusa's graph answers and HTTP bodies are untyped at their edge.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      // Interfaces of Medusa ask for async methods that have nothing to await.
      "@typescript-eslint/require-await": "off",
      "max-lines": ["error", { max: 300 }],
      eqeqeq: "error",
      "no-console": "off",
      "no-restricted-syntax": ["error", forbidden.escapes, forbidden.exportAll],
    },
  },
  {
    files: ["src/**/*.ts", "scripts/**/*.ts"],
    ignores: ["**/__tests__/**", "src/modules/*/migrations/**"],
    rules: {
      "@typescript-eslint/max-params": ["error", { max: 3 }],
      "max-lines-per-function": ["error", functionLines(40)],
    },
  },
  {
    // A workflow's composition is one function.
    files: ["src/workflows/**/*.ts"],
    ignores: ["**/__tests__/**"],
    rules: { "max-lines-per-function": ["error", functionLines(80)] },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["**/__tests__/**"],
    rules: {
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        forbidden.exportAll,
        forbidden.environment,
        ...forbidden.scope,
      ],
    },
  },
  {
    files: ["src/scope/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        forbidden.exportAll,
        forbidden.environment,
      ],
    },
  },
  {
    files: ["**/*.js", "**/*.cjs", "**/*.mjs"],
    languageOptions: {
      globals: {
        module: "readonly",
        require: "readonly",
        process: "readonly",
        __dirname: "readonly",
      },
    },
  }
)
