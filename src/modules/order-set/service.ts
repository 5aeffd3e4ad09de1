import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context, Logger } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { parseOptions, type MarketplaceOptions } from "../../options"
import { OrderSet } from "./models/order-set"
import { OrderSetOrder } from "./models/order-set-order"
import { SellerOrder } from "./models/seller-order"
import {
  installedSql,
  installSql,
  searchIndexSql,
} from "./seller-orders/install-sql"
import { wrongSellerOrdersSql } from "./seller-orders/rows-sql"
import {
  announcedSql,
  claimSql,
  failSql,
  findByCartSql,
  placeSql,
  releasedSql,
  unannouncedSql,
  unfinishedSql,
  unknownSql,
} from "./sql"
import type {
  CartOrderSet,
  OrderSetAttempt,
  OrderSetClaim,
  OrderSetPlacement,
} from "./types"

/** Which orders one cart became, how its payment is shared among them, and what lists of a seller's orders read. */
export class OrderSetModuleService extends MedusaService({
  OrderSet,
  OrderSetOrder,
  SellerOrder,
}) {
  /** The plugin's options, for workflows and sweepers, which receive none. */
  readonly options: MarketplaceOptions
  /** Medusa calls these, in every process and while it migrates: links have their tables by then. */
  readonly __hooks: { onApplicationStart: () => Promise<void> }

  constructor(
    deps: Record<string, unknown> & { logger?: Logger },
    options?: unknown
  ) {
    super(deps)
    this.options = parseOptions(options)
    this.__hooks = {
      // Medusa swallows what a hook throws.
      onApplicationStart: () =>
        this.keepSellerOrders().catch((error: Error) =>
          deps.logger?.error(
            `Lists of sellers' orders are not kept: ${error.message}`
          )
        ),
    }
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
   * Marks a set as placed: from here on it is answered to every retry. Again is harmless.
   *
   * @throws MedusaError CONFLICT when this attempt was ended by somebody else.
   */
  async placeOrderSet(attempt: OrderSetPlacement): Promise<void> {
    const { id, order_id, payment_id } = attempt
    const rows = await this.execute(placeSql, [payment_id, id, order_id])
    if (!rows.length) {
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        `Order set ${id} is not being placed any more`
      )
    }
  }

  /** Ends an attempt whose orders are gone; a placed set, or a later attempt, stays as it is. */
  async failOrderSet({ id, order_id }: OrderSetAttempt): Promise<void> {
    await this.execute(failSql, [id, order_id])
  }

  /** Notes that the provider gave no clear answer for a set that is being placed. */
  async markPaymentUnknown(id: string): Promise<void> {
    await this.execute(unknownSql, [id])
  }

  /** Ids of sets that were left `placing` for longer than the grace, or failed with money to look after. */
  async listUnfinished(): Promise<string[]> {
    const rows = await this.execute(unfinishedSql, [
      this.options.placingGraceSeconds,
    ])
    return rows.map(({ id }) => id)
  }

  /** Ids of sets that were placed longer ago than the grace and whose events may be lost. */
  async listUnannounced(): Promise<string[]> {
    const rows = await this.execute(unannouncedSql, [
      this.options.placingGraceSeconds,
    ])
    return rows.map(({ id }) => id)
  }

  /** Notes that the events of a set's placing are out; `false` when that was known. */
  async markAnnounced(id: string): Promise<boolean> {
    return (await this.execute(announcedSql, [id])).length > 0
  }

  /** Notes that a failed set holds no money any more. */
  async settleFailedOrderSet(id: string): Promise<void> {
    await this.execute(releasedSql, [id])
  }

  /** Lets the database keep `seller_order` from now on, unless it does already; one process at a time. */
  @InjectTransactionManager()
  async keepSellerOrders(
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    const db = context.transactionManager
    await db?.execute(
      "select pg_advisory_xact_lock(hashtext('marketplace_seller_orders'))"
    )
    const installed = await db?.execute<unknown[]>(installedSql)
    if (!installed?.length) {
      await db?.execute(installSql)
      await db?.execute(searchIndexSql)
    }
  }

  /** How many of the orders that changed last are not in `seller_order` as they are. */
  async countWrongSellerOrders(): Promise<number> {
    const [row] = await this.execute<{ wrong: number }>(
      wrongSellerOrdersSql,
      []
    )
    return row?.wrong ?? 0
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
