import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { Review } from "./models/review"
import { ReviewScore } from "./models/review-score"
import type { ReviewReference } from "./types"

export type ReviewRow = InferTypeOf<typeof Review>

export type NewReview = Pick<
  ReviewRow,
  | "reference"
  | "reference_id"
  | "seller_id"
  | "order_id"
  | "customer_id"
  | "rating"
  | "customer_note"
>

type Ctx = Context<EntityManager>

/** Reviews and what they sum up to. */
export class ReviewModuleService extends MedusaService({
  Review,
  ReviewScore,
}) {
  /** Keeps a review and counts it. */
  @InjectTransactionManager()
  async addReview(
    input: NewReview,
    @MedusaContext() context: Ctx = {}
  ): Promise<ReviewRow> {
    const review = await this.createReviews(input, context)
    await this.count(review, context)
    return review
  }

  /**
   * Writes rating and notes of a review; absent fields stay.
   *
   * @returns the review, and as it was before.
   * @throws MedusaError NOT_FOUND
   */
  @InjectTransactionManager()
  async changeReview(
    input: { id: string } & Partial<
      Pick<ReviewRow, "rating" | "customer_note" | "seller_note">
    >,
    @MedusaContext() context: Ctx = {}
  ): Promise<{ review: ReviewRow; before: ReviewRow }> {
    const before = await this.retrieveReview(input.id, {}, context)
    const review = await this.updateReviews(input, context)
    await this.count(review, context)
    return { review, before }
  }

  /** Takes reviews away, or puts them back, and counts again. Repeating it changes nothing. */
  @InjectTransactionManager()
  async hideReview(
    { id, hidden }: { id: string; hidden: boolean },
    @MedusaContext() context: Ctx = {}
  ): Promise<void> {
    await (hidden
      ? this.softDeleteReviews([id], {}, context)
      : this.restoreReviews([id], {}, context))
    const review = await this.retrieveReview(id, { withDeleted: true }, context)
    await this.count(review, context)
  }

  /** The latest reviews of each subject, newest first; one statement however many there are. */
  @InjectManager()
  async latestReviews(
    {
      reference,
      ids,
      take,
    }: { reference: ReviewReference; ids: string[]; take: number },
    @MedusaContext() context: Ctx = {}
  ): Promise<ReviewRow[]> {
    const manager = context.transactionManager ?? context.manager
    return (
      (await manager?.execute<ReviewRow[]>(
        `select latest.* from jsonb_array_elements_text(?::jsonb) as subject(id)
         cross join lateral (
           select * from review
           where reference = ? and reference_id = subject.id and deleted_at is null
           order by created_at desc, id desc limit ?
         ) latest
         order by latest.created_at desc, latest.id desc`,
        [JSON.stringify(ids), reference, take]
      )) ?? []
    )
  }

  private async count(
    { reference, reference_id }: ReviewRow,
    context: Ctx
  ): Promise<void> {
    const manager = context.transactionManager
    // What was written above is still in memory: the statement below counts rows.
    await manager?.flush()
    // Two reviews of one subject at once must not count without each other.
    await manager?.execute(
      "select pg_advisory_xact_lock(hashtextextended(?, 0))",
      [`review:${reference}:${reference_id}`]
    )
    await manager?.execute(
      `insert into review_score (id, reference, reference_id, count, sum)
       select ?, ?, ?, count(*), coalesce(sum(rating), 0) from review
       where reference = ? and reference_id = ? and deleted_at is null
       on conflict (reference, reference_id) where deleted_at is null
       do update set count = excluded.count, sum = excluded.sum, updated_at = now()`,
      [
        generateEntityId(undefined, "revscr"),
        reference,
        reference_id,
        reference,
        reference_id,
      ]
    )
  }
}
