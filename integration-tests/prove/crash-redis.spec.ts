import { crashSuite } from "../processes/crash-suite"

crashSuite("redis", { refunds: true })
