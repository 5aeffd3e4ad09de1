import type { AnsweredVendorRoute } from "../../_kit/vendor-route"
import { stockLocations } from "./stock-locations"

/** Every vendor route that answers with Medusa's own handler. */
export const mirroredRoutes: AnsweredVendorRoute[] = [...stockLocations]
