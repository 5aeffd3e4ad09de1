import { marketplaceApp } from "./app"
import { ObjectStore } from "./files/object-store"
import { objectStore } from "./files/object-store-suite"
import { privateFiles, smallLimits } from "./files/private-files-suite"

const store = new ObjectStore(20_000 + (process.pid % 20_000))

beforeAll(() => store.start())
afterAll(() => store.stop())

marketplaceApp(
  {
    "private files on S3": privateFiles,
    "what S3 is told": objectStore(store),
  },
  { options: smallLimits, modules: [store.module] }
)
