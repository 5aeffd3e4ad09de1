import type { Context } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type { MarketplaceOptions } from "../../options"
import { parseOptions } from "../../options"
import { Invite } from "./models/invite"
import { Member } from "./models/member"
import { Role } from "./models/role"
import { RolePermission } from "./models/role-permission"
import { Seller } from "./models/seller"
import { SellerMember } from "./models/seller-member"
import { SellerOnboarding } from "./models/seller-onboarding"
import { SellerProfile } from "./models/seller-profile"
import { SellerStatusChange } from "./models/seller-status-change"
import { accessSql } from "./sql"
import type { SellerAccess } from "./types"

/** Sellers, their members and what each member may do. */
export class SellerModuleService extends MedusaService({
  Seller,
  SellerProfile,
  SellerOnboarding,
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

  /**
   * What a member may do at a seller, in one statement. Without `sellerId` the
   * oldest membership counts: at an active or suspended seller before a
   * pending one, and at a terminated one last.
   *
   * @returns null when the member does not exist or does not belong to the seller.
   */
  @InjectManager()
  async retrieveAccess(
    memberId: string,
    sellerId?: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<SellerAccess | null> {
    const rows = await context.manager?.execute<SellerAccess[]>(accessSql, [
      memberId,
      sellerId ?? null,
      sellerId ?? null,
    ])
    return rows?.[0] ?? null
  }
}
