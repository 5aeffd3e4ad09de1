import { crashSuite } from "./crash-suite"

// Events and workflows in each process's own memory.
crashSuite("postgres")
