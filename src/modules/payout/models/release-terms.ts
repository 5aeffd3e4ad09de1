import { model } from "@medusajs/framework/utils"
import { releaseConditions } from "../../../options"

/** Where one seller's terms of release differ from the options; `null`: as the option says. */
export const ReleaseTerms = model.define(
  { tableName: "release_terms", name: "ReleaseTerms" },
  {
    seller_id: model.text().primaryKey(),
    release_on: model.enum([...releaseConditions]).nullable(),
    hold_days: model.number().nullable(),
    /** Hundredths of a percent. */
    reserve_basis_points: model.number().nullable(),
    reserve_days: model.number().nullable(),
  }
)
