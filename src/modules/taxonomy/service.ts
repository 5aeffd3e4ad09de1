import type { Context } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { CategoryDetail } from "./models/category-detail"
import { CollectionDetail } from "./models/collection-detail"
import { DetailMedia } from "./models/detail-media"
import { SecondaryCategory } from "./models/secondary-category"
import { places, type DetailedKind, type DetailsToSave } from "./types"

/** The secondary categories of one product, all of them. */
export type ProductCategories = { product_id: string; category_ids: string[] }

type Ctx = Context<EntityManager>
type Owner = { category_detail_id: string } | { collection_detail_id: string }

/** What categories, collections and products have beside Medusa's own rows. */
export class TaxonomyModuleService extends MedusaService({
  CategoryDetail,
  CollectionDetail,
  DetailMedia,
  SecondaryCategory,
}) {
  /**
   * Writes pictures and rank of a category or collection; absent fields stay.
   *
   * @returns whether it had none before.
   * @throws MedusaError INVALID_DATA for the id of a picture that is not there.
   */
  @InjectTransactionManager()
  async saveDetails(
    of: { kind: DetailedKind; id: string },
    { media = {}, rank, ...pictures }: DetailsToSave,
    @MedusaContext() context: Ctx = {}
  ): Promise<boolean> {
    await context.transactionManager?.execute(
      "select pg_advisory_xact_lock(hashtextextended(?, 0))",
      [`details:${of.id}`]
    )
    const found = await this.findDetail(of, context)
    const detail = found ?? (await this.makeDetail(of, context))
    const owner: Owner =
      of.kind === "product_category"
        ? { category_detail_id: detail.id }
        : { collection_detail_id: detail.id }
    const kept = await this.saveMedia(owner, media, context)
    const isGone = (id: string | null) => media.delete?.includes(id ?? "")
    const update: Record<string, unknown> = rank === undefined ? {} : { rank }
    for (const place of places) {
      const wanted = pictures[place]
      if (wanted !== undefined) {
        update[`${place}_id`] = await this.pictureId(
          { place, wanted, kept, owner },
          context
        )
      } else if (isGone(detail[`${place}_id`])) {
        update[`${place}_id`] = null
      }
    }
    const row = { id: detail.id, ...update }
    await (of.kind === "product_category"
      ? this.updateCategoryDetails(row, context)
      : this.updateCollectionDetails(row, context))
    return !found
  }

  /** Takes away all details of a category or collection. Repeating it changes nothing. */
  @InjectTransactionManager()
  async removeDetails(
    of: { kind: DetailedKind; id: string },
    @MedusaContext() context: Ctx = {}
  ): Promise<void> {
    const found = await this.findDetail(of, context)
    if (found) {
      await (of.kind === "product_category"
        ? this.deleteCategoryDetails([found.id], context)
        : this.deleteCollectionDetails([found.id], context))
    }
  }

  /** Writes the secondary categories of products, all of them, and answers those before. */
  @InjectTransactionManager()
  async setSecondaryCategories(
    products: ProductCategories[],
    @MedusaContext() context: Ctx = {}
  ): Promise<ProductCategories[]> {
    const rows = products.length
      ? await this.listSecondaryCategories(
          { product_id: products.map(({ product_id }) => product_id) },
          {},
          context
        )
      : []
    const before = products.map(({ product_id }) => ({
      product_id,
      rows: rows.filter((row) => row.product_id === product_id),
    }))
    const idsOf = (n: number) =>
      (before[n]?.rows ?? []).map(({ category_id }) => category_id)
    await this.deleteSecondaryCategories(
      products.flatMap(({ category_ids }, n) =>
        (before[n]?.rows ?? [])
          .filter(({ category_id }) => !category_ids.includes(category_id))
          .map(({ id }) => id)
      ),
      context
    )
    await this.createSecondaryCategories(
      products.flatMap(({ product_id, category_ids }, n) =>
        [...new Set(category_ids)]
          .filter((id) => !idsOf(n).includes(id))
          .map((category_id) => ({ product_id, category_id }))
      ),
      context
    )
    return products.map(({ product_id }, n) => ({
      product_id,
      category_ids: idsOf(n),
    }))
  }

  private async findDetail(
    { kind, id }: { kind: DetailedKind; id: string },
    context: Ctx
  ) {
    const [found] =
      kind === "product_category"
        ? await this.listCategoryDetails({ category_id: id }, {}, context)
        : await this.listCollectionDetails({ collection_id: id }, {}, context)
    return found
  }

  private async makeDetail(
    { kind, id }: { kind: DetailedKind; id: string },
    context: Ctx
  ) {
    return kind === "product_category"
      ? await this.createCategoryDetails({ category_id: id }, context)
      : await this.createCollectionDetails({ collection_id: id }, context)
  }

  /** Writes the pictures, and answers all of them. */
  private async saveMedia(
    owner: Owner,
    { create = [], delete: gone = [] }: NonNullable<DetailsToSave["media"]>,
    context: Ctx
  ) {
    const there = await this.listDetailMedias(owner, {}, context)
    const unknown = gone.filter((id) => !there.some((row) => row.id === id))
    if (unknown.length) {
      throw invalid(`media.delete: ${unknown.join(", ")} was not found`)
    }
    await this.deleteDetailMedias(gone, context)
    const made = await this.createDetailMedias(
      create.map((picture) => ({ ...picture, ...owner })),
      context
    )
    return [...there.filter(({ id }) => !gone.includes(id)), ...made]
  }

  private async pictureId(
    {
      place,
      wanted,
      kept,
      owner,
    }: {
      place: string
      wanted: string | null
      kept: { id: string; url: string }[]
      owner: Owner
    },
    context: Ctx
  ): Promise<string | null> {
    if (!wanted) {
      return null
    }
    const there = kept.find(({ id, url }) => id === wanted || url === wanted)
    if (there) {
      return there.id
    }
    if (!/^https?:\/\//.test(wanted)) {
      throw invalid(
        `${place}: ${wanted} is no address and none of its pictures`
      )
    }
    return (await this.createDetailMedias({ url: wanted, ...owner }, context))
      .id
  }
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
