import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  generateEntityId,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { WishlistItem } from "./models/wishlist-item"

export type WishlistItemRow = InferTypeOf<typeof WishlistItem>

/** What customers keep in mind. */
export class WishlistModuleService extends MedusaService({ WishlistItem }) {
  /**
   * Keeps a product in a customer's list; again, or twice at once, changes nothing.
   *
   * @returns the row, and whether it is new.
   */
  @InjectTransactionManager()
  async keepProduct(
    item: { customer_id: string; product_id: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<{ item: WishlistItemRow; isNew: boolean }> {
    const made = await context.transactionManager?.execute<{ id: string }[]>(
      `insert into wishlist_item (id, customer_id, product_id) values (?, ?, ?)
       on conflict (customer_id, product_id) where deleted_at is null do nothing
       returning id`,
      [generateEntityId(undefined, "wish"), item.customer_id, item.product_id]
    )
    const [row] = await this.listWishlistItems(item, {}, context)
    return row
      ? { item: row, isNew: Boolean(made?.length) }
      : // Somebody took it off in between: the next try keeps it.
        await this.keepProduct(item, context)
  }
}
