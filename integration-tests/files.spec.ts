import { marketplaceApp } from "./app"
import { localFiles } from "./files/local-files-suite"
import { privateFiles, smallLimits } from "./files/private-files-suite"

marketplaceApp(
  {
    "private files in a folder": privateFiles,
    "what the local provider lacks": localFiles,
  },
  { options: smallLimits }
)
