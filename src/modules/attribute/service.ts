import type { Context } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { AttributeDefinitions } from "./attribute-definitions"
import { checkValues } from "./check-values"
import type { AttributeFacts, ProductToCheck, WantedValue } from "./types"

/** The values of one product, all of them. */
export type ProductValues = { product_id: string; values: WantedValue[] }

type Ctx = Context<EntityManager>

/** Attributes of products, the values they offer, and what products say. */
export class AttributeModuleService extends AttributeDefinitions {
  /**
   * Checks what products would say, and answers what they then have, in their order.
   *
   * @throws MedusaError INVALID_DATA naming the attribute.
   */
  @InjectManager()
  async checkProducts(
    products: ProductToCheck[],
    @MedusaContext() context: Ctx = {}
  ): Promise<WantedValue[][]> {
    const attributes = await this.readFacts(products, context)
    const current = await this.readValues(
      products.flatMap(({ product_id }) => product_id ?? []),
      context
    )
    return products.map((product) =>
      checkValues(
        attributes,
        product,
        current.get(product.product_id ?? "") ?? []
      )
    )
  }

  /**
   * Checks and writes what products say; no attribute changes meanwhile.
   *
   * @returns what they said before, for `restoreProducts`.
   * @throws MedusaError INVALID_DATA naming the attribute.
   */
  @InjectTransactionManager()
  async writeProducts(
    products: (ProductToCheck & { product_id: string })[],
    @MedusaContext() context: Ctx = {}
  ): Promise<ProductValues[]> {
    const facts = await this.readFacts(products, context)
    if (facts.length) {
      await context.transactionManager?.execute(
        `select id from attribute where id in (${facts.map(() => "?").join(", ")}) order by id for share`,
        facts.map(({ id }) => id)
      )
    }
    // Read again under the lock: a value may have gone in between.
    const checked = await this.checkProducts(products, context)
    return await this.restoreProducts(
      products.map(({ product_id }, n) => ({
        product_id,
        values: checked[n] ?? [],
      })),
      context
    )
  }

  /** Writes values unchecked, and answers those before; rows that stay keep their ids. */
  @InjectTransactionManager()
  async restoreProducts(
    products: ProductValues[],
    @MedusaContext() context: Ctx = {}
  ): Promise<ProductValues[]> {
    const before = await this.readValues(
      products.map(({ product_id }) => product_id),
      context
    )
    const has = (rows: WantedValue[], row: WantedValue) =>
      rows.some(
        ({ attribute_id, value }) =>
          attribute_id === row.attribute_id && value === row.value
      )
    const gone: string[] = []
    const fresh: (WantedValue & { product_id: string })[] = []
    for (const { product_id, values } of products) {
      const old = before.get(product_id) ?? []
      gone.push(...old.filter((row) => !has(values, row)).map(({ id }) => id))
      fresh.push(
        ...values
          .filter((row) => !has(old, row))
          .map((row) => ({ ...row, product_id }))
      )
    }
    if (gone.length) {
      await this.deleteAttributeValues(gone, context)
    }
    if (fresh.length) {
      await this.createAttributeValues(fresh, context)
    }
    return products.map(({ product_id }) => ({
      product_id,
      values: (before.get(product_id) ?? []).map(({ attribute_id, value }) => ({
        attribute_id,
        value,
      })),
    }))
  }

  private async readFacts(
    products: ProductToCheck[],
    context: Ctx
  ): Promise<AttributeFacts[]> {
    const category_id = products.flatMap(({ category_ids }) => category_ids)
    const id = products.flatMap(({ values = [] }) =>
      values.map(({ attribute_id }) => attribute_id)
    )
    const rows = await this.listProductAttributes(
      {
        $or: [
          { is_global: true },
          ...(category_id.length ? [{ categories: { category_id } }] : []),
          ...(id.length ? [{ id }] : []),
        ],
      },
      { relations: ["possible_values", "categories"], order: { id: "ASC" } },
      context
    )
    return rows.map(({ possible_values, categories, ...row }) => ({
      ...row,
      category_ids: categories.map(({ category_id }) => category_id),
      possible_values: possible_values.map(({ value }) => value),
    }))
  }

  private async readValues(productIds: string[], context: Ctx) {
    const rows = productIds.length
      ? await this.listAttributeValues(
          { product_id: productIds },
          { order: { id: "ASC" } },
          context
        )
      : []
    const found = new Map<string, (WantedValue & { id: string })[]>()
    for (const { id, product_id, attribute_id, value } of rows) {
      const list = found.get(product_id) ?? []
      found.set(product_id, [...list, { id, attribute_id, value }])
    }
    return found
  }
}
