import type { Context } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type { MarketplaceOptions } from "../../options"
import { parseOptions } from "../../options"
import {
  acceptInvite,
  issueToken,
  openInvite,
  revokeInvite,
  undoAcceptInvite,
  type Acceptance,
  type Accepted,
  type InviteRow,
  type NewInvite,
  type TokenIssue,
} from "./invites"
import {
  changeStatus,
  undoStatusChange,
  type StatusChange,
  type StatusChanged,
} from "./lifecycle"
import {
  changeRole,
  removeMembership,
  restoreRoles,
  transferOwnership,
  type MembershipRow,
  type RoleChange,
} from "./membership"
import { Invite } from "./models/invite"
import { Member } from "./models/member"
import { Role } from "./models/role"
import { RolePermission } from "./models/role-permission"
import { Seller } from "./models/seller"
import { SellerMember } from "./models/seller-member"
import { SellerOnboarding } from "./models/seller-onboarding"
import { SellerProfile } from "./models/seller-profile"
import { SellerStatusChange } from "./models/seller-status-change"
import {
  registerSeller,
  undoRegistration,
  type Registered,
  type Registration,
} from "./registration"
import { saveSeller, type SellerUpdate } from "./saving"
import { searchSellers, type SellerSearch, type SellersFound } from "./search"
import { accessSql } from "./sql"
import { searchTeam, type TeamFound, type TeamSearch } from "./team"
import type { SellerAccess } from "./types"

/** Sellers, their members and what each member may do. */
export class SellerModuleService extends MedusaService({
  Seller,
  SellerProfile,
  SellerOnboarding,
  SellerStatusChange,
  Member,
  SellerMember,
  // Query makes a method's name of the model's name, not of the class.
  SellerRole: Role,
  SellerRolePermission: RolePermission,
  SellerInvite: Invite,
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

  /** See `registration.ts`: a pending seller with its owner, in one transaction. */
  @InjectTransactionManager()
  async registerSeller(
    input: Registration,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Registered> {
    return await registerSeller(this, input, context)
  }

  /** Takes back what `registerSeller` answered. */
  @InjectTransactionManager()
  async undoRegistration(
    input: Registered,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    return await undoRegistration(this, input, context)
  }

  /** See `saving.ts`: writes fields and answers what they were. */
  @InjectTransactionManager()
  async saveSeller(
    input: SellerUpdate,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<SellerUpdate> {
    return await saveSeller(this, input, context)
  }

  /** See `lifecycle.ts`: the only way to another status. */
  @InjectTransactionManager()
  async changeSellerStatus(
    input: StatusChange,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<StatusChanged> {
    return await changeStatus(this, input, context)
  }

  /** Takes back what `changeSellerStatus` answered. */
  @InjectTransactionManager()
  async undoSellerStatusChange(
    input: StatusChanged,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    return await undoStatusChange(this, input, context)
  }

  /** See `membership.ts`: answers the membership as it was. */
  @InjectTransactionManager()
  async changeMemberRole(
    input: RoleChange,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<MembershipRow> {
    return await changeRole(this, input, context)
  }

  /** See `membership.ts`: answers both memberships as they were. */
  @InjectTransactionManager()
  async transferOwnership(
    input: Omit<RoleChange, "role_id">,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<MembershipRow[]> {
    return await transferOwnership(this, input, context)
  }

  /** Takes back what `changeMemberRole` and `transferOwnership` answered. */
  @InjectTransactionManager()
  async restoreMemberRoles(
    input: MembershipRow[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    return await restoreRoles(input, context)
  }

  /** See `membership.ts`; `restoreSellerMembers` takes it back. */
  @InjectTransactionManager()
  async removeMembership(
    input: { seller_id: string; member_id: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<MembershipRow> {
    return await removeMembership(this, input, context)
  }

  /** See `invites.ts`: an invite that has no valid link yet. */
  @InjectTransactionManager()
  async openInvite(
    input: NewInvite,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<InviteRow> {
    return await openInvite(this, input, context)
  }

  /** See `invites.ts`: the link of an invite; an earlier one ends. */
  @InjectTransactionManager()
  async issueInviteToken(
    input: TokenIssue,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<{ token: string; invite: InviteRow }> {
    return await issueToken(this, input, context)
  }

  /** See `invites.ts`: answers the invite as it was. */
  @InjectTransactionManager()
  async revokeInvite(
    input: { id: string; seller_id: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<InviteRow> {
    return await revokeInvite(this, input, context)
  }

  /** See `invites.ts`: one guarded update and the membership, in one transaction. */
  @InjectTransactionManager()
  async acceptInvite(
    input: Acceptance,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Accepted> {
    return await acceptInvite(this, input, context)
  }

  /** Takes back what `acceptInvite` answered. */
  @InjectTransactionManager()
  async undoAcceptInvite(
    input: Accepted,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    return await undoAcceptInvite(this, input, context)
  }

  /** See `search.ts`: sellers with their profiles, for themselves and the operator. */
  @InjectManager()
  async searchSellers(
    search: SellerSearch,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<SellersFound> {
    return await searchSellers(context, search)
  }

  /** See `team.ts`: the members of one seller with their roles. */
  @InjectManager()
  async searchTeam(
    search: TeamSearch,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<TeamFound> {
    return await searchTeam(context, search)
  }
}
