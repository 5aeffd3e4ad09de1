import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { parseOptions, type MarketplaceOptions } from "../../options"
import { OrderSet } from "./models/order-set"
import { OrderSetOrder } from "./models/order-set-order"
import { claimSql, failSql, findByCartSql, placeSql, releasedSql } from "./sql"
import type { CartOrderSet, OrderSetClaim } from "./types"

/** Which orders one cart became, and how its payment is shared among them. */
export class OrderSetModuleService extends MedusaService({
  OrderSet,
  OrderSetOrder,
}) {
  /** The plugin's options, for workflows and sweepers, which receive none. */
  readonly options: MarketplaceOptions

  constructor(deps: Record<string, unknown>, options?: unknown) {
    super(deps)
    this.options = parseOptions(options)
  }

  /** The set of a cart, in one statement; null when its completion never got that far. */
  async findByCart(cartId: string): Promise<CartOrderSet | null> {
    const [row] = await this.execute<CartOrderSet>(findByCartSql, [cartId])
    return row ?? null
  }

  /**
   * Starts a set: one row per cart whatever happens, with a row per order, in
   * one statement. A failed set of the cart is started again.
   *
   * @returns The set's id.
   * @throws MedusaError CONFLICT (409) when the cart's set is being placed or is placed.
   */
  async claimOrderSet(claim: OrderSetClaim): Promise<string> {
    const [row] = await this.execute(claimSql, [
      generateEntityId(undefined, "ordset"),
      claim.cart_id,
      claim.customer_id ?? null,
      claim.email ?? null,
      claim.currency_code,
      claim.sales_channel_id ?? null,
      claim.payment_collection_id ?? null,
      claim.payment_session_id ?? null,
      JSON.stringify(
        claim.parts.map((part) => ({
          id: generateEntityId(undefined, "ordsetord"),
          ...part,
        }))
      ),
    ])
    if (!row) {
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        `Cart ${claim.cart_id} is already being completed by another request`
      )
    }
    return row.id
  }

  /**
   * Marks a placing set as placed: from here on it is answered to every retry.
   *
   * @param paymentId - The parent payment; null for a free cart or a deferred authorisation.
   * @throws MedusaError CONFLICT when the set is not being placed any more.
   */
  async placeOrderSet(id: string, paymentId: string | null): Promise<void> {
    const rows = await this.execute(placeSql, [paymentId, id])
    if (!rows.length) {
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        `Order set ${id} is not being placed any more`
      )
    }
  }

  /** Ends a placing set whose orders are gone. Anything but a placing set stays as it is. */
  async failOrderSet(id: string): Promise<void> {
    await this.execute(failSql, [id])
  }

  /** Notes that a failed set holds no money any more. */
  async settleFailedOrderSet(id: string): Promise<void> {
    await this.execute(releasedSql, [id])
  }

  @InjectManager()
  private async execute<Row = { id: string }>(
    sql: string,
    values: unknown[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Row[]> {
    return (await context.manager?.execute<Row[]>(sql, values)) ?? []
  }
}
