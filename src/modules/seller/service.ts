import { MedusaService } from "@medusajs/framework/utils"
import type { MarketplaceOptions} from "../../options";
import { parseOptions } from "../../options"
import { Invite } from "./models/invite"
import { Member } from "./models/member"
import { Role } from "./models/role"
import { RolePermission } from "./models/role-permission"
import { Seller } from "./models/seller"
import { SellerMember } from "./models/seller-member"
import { SellerProfile } from "./models/seller-profile"
import { SellerStatusChange } from "./models/seller-status-change"

/** Sellers, their members and what each member may do. */
export class SellerModuleService extends MedusaService({
  Seller,
  SellerProfile,
  SellerStatusChange,
  Member,
  SellerMember,
  Role,
  RolePermission,
  Invite,
}) {
  /** The plugin's options; routes read them here, as routes receive none. */
  readonly options: MarketplaceOptions

  constructor(deps: Record<string, unknown>, options?: unknown) {
    super(deps)
    this.options = parseOptions(options)
  }
}
