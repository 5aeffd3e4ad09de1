import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { Attribute } from "./models/attribute"
import { AttributeCategory } from "./models/attribute-category"
import { AttributePossibleValue } from "./models/attribute-possible-value"
import { AttributeValue } from "./models/attribute-value"
import { planPossibleValues, type SentValue } from "./plan-possible-values"
import { listedComponents } from "./types"

export type AttributeRow = InferTypeOf<typeof Attribute>
export type PossibleValueRow = InferTypeOf<typeof AttributePossibleValue>

export type AttributeToSave = Partial<
  Pick<
    AttributeRow,
    | "name"
    | "handle"
    | "description"
    | "is_filterable"
    | "is_required"
    | "ui_component"
    | "metadata"
  >
> & {
  /** Of an attribute that exists. */
  id?: string
  /** The whole list; absent: as it is. One with an id is kept and changed. */
  possible_values?: SentValue[]
  /** The whole list; none: every product. Absent: as it is. */
  category_ids?: string[]
}

type Ctx = Context<EntityManager>

const invalid = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)

/** Attributes of products and the values they offer. */
export class AttributeDefinitions extends MedusaService({
  ProductAttribute: Attribute,
  AttributeCategory,
  AttributePossibleValue,
  AttributeValue,
}) {
  /**
   * Creates or changes an attribute with its list of values and its categories.
   * A renamed value is renamed in the products that have it.
   *
   * @throws MedusaError NOT_FOUND; INVALID_DATA for a handle that is taken, a list that is missing, or what products would lose.
   */
  @InjectTransactionManager()
  async saveAttribute(
    { id, possible_values, category_ids, ...fields }: AttributeToSave,
    @MedusaContext() context: Ctx = {}
  ): Promise<string> {
    const before = id ? await this.lockAttribute(id, context) : null
    await this.ensureHandleFree(fields.handle, id, context)
    if (
      before &&
      fields.ui_component &&
      fields.ui_component !== before.ui_component
    ) {
      await this.ensureUnused(before, context)
    }
    const row = {
      ...fields,
      ...(category_ids && { is_global: !category_ids.length }),
    }
    const saved = before
      ? await this.updateProductAttributes({ id: before.id, ...row }, context)
      : // The route's schema insists on what a new one needs.
        await this.createProductAttributes(
          row as Parameters<typeof this.createProductAttributes>[0] & object,
          context
        )
    const attribute = [saved].flat()[0] ?? before
    const attributeId = attribute?.id ?? ""
    if (category_ids) {
      await this.saveCategories(attributeId, category_ids, context)
    }
    if (possible_values) {
      await this.savePossibleValues(attributeId, possible_values, context)
    }
    await this.ensureListed(attributeId, context)
    return attributeId
  }

  /**
   * Adds one value to the list of an attribute, or changes one.
   *
   * @throws MedusaError NOT_FOUND; INVALID_DATA for a value that is there already.
   */
  @InjectTransactionManager()
  async savePossibleValue(
    attribute_id: string,
    sent: Partial<SentValue>,
    @MedusaContext() context: Ctx = {}
  ): Promise<string> {
    await this.lockAttribute(attribute_id, context)
    const listed = await this.readPossibleValues(attribute_id, context)
    const old = listed.find(({ id }) => id === sent.id)
    if (sent.id && !old) {
      throw notFound("Possible value", sent.id)
    }
    const merged = { ...old, value: old?.value ?? "", ...sent }
    await this.savePossibleValues(
      attribute_id,
      old
        ? listed.map((row) => (row.id === old.id ? merged : row))
        : [...listed, merged],
      context
    )
    const after = await this.readPossibleValues(attribute_id, context)
    return after.find(({ value }) => value === merged.value)?.id ?? ""
  }

  /**
   * Takes one value off the list of an attribute.
   *
   * @throws MedusaError NOT_FOUND; INVALID_DATA while products have it, or when it is the last one.
   */
  @InjectTransactionManager()
  async removePossibleValue(
    { attribute_id, id }: { attribute_id: string; id: string },
    @MedusaContext() context: Ctx = {}
  ): Promise<void> {
    await this.lockAttribute(attribute_id, context)
    const listed = await this.readPossibleValues(attribute_id, context)
    if (!listed.some((row) => row.id === id)) {
      throw notFound("Possible value", id)
    }
    await this.savePossibleValues(
      attribute_id,
      listed.filter((row) => row.id !== id),
      context
    )
    await this.ensureListed(attribute_id, context)
  }

  /** Writers of products hold it shared. */
  private async lockAttribute(id: string, context: Ctx): Promise<AttributeRow> {
    await context.transactionManager?.execute(
      "select id from attribute where id = ? for update",
      [id]
    )
    return await this.retrieveProductAttribute(id, {}, context)
  }

  private async ensureHandleFree(
    handle: string | undefined,
    id: string | undefined,
    context: Ctx
  ): Promise<void> {
    const [taken] = handle
      ? await this.listProductAttributes(
          { handle },
          { select: ["id"] },
          context
        )
      : []
    if (taken && taken.id !== id) {
      throw invalid(`handle: '${handle}' is taken by attribute ${taken.id}`)
    }
  }

  private async ensureUnused(
    { id, name }: AttributeRow,
    context: Ctx
  ): Promise<void> {
    const [, count] = await this.listAndCountAttributeValues(
      { attribute_id: id },
      { take: 1 },
      context
    )
    if (count) {
      throw invalid(
        `ui_component: ${count} values of products hold attribute ${name}: make another attribute`
      )
    }
  }

  /** A list is needed where values come from one. */
  private async ensureListed(id: string, context: Ctx): Promise<void> {
    const { ui_component } = await this.retrieveProductAttribute(
      id,
      {},
      context
    )
    if (
      listedComponents.includes(ui_component) &&
      !(await this.readPossibleValues(id, context)).length
    ) {
      throw invalid(`possible_values: ${ui_component} needs at least one`)
    }
  }

  private async readPossibleValues(
    attribute_id: string,
    context: Ctx
  ): Promise<PossibleValueRow[]> {
    return await this.listAttributePossibleValues(
      { attribute_id },
      { order: { rank: "ASC", id: "ASC" } },
      context
    )
  }

  private async saveCategories(
    attribute_id: string,
    category_ids: string[],
    context: Ctx
  ): Promise<void> {
    const before = await this.listAttributeCategories(
      { attribute_id },
      {},
      context
    )
    const known = before.map(({ category_id }) => category_id)
    const gone = before.filter(
      ({ category_id }) => !category_ids.includes(category_id)
    )
    const fresh = [...new Set(category_ids)].filter((id) => !known.includes(id))
    await this.deleteAttributeCategories(
      gone.map(({ id }) => id),
      context
    )
    await this.createAttributeCategories(
      fresh.map((category_id) => ({ attribute_id, category_id })),
      context
    )
  }

  private async savePossibleValues(
    attribute_id: string,
    sent: SentValue[],
    context: Ctx
  ): Promise<void> {
    const before = await this.readPossibleValues(attribute_id, context)
    const { create, update, remove, renamed } = planPossibleValues(before, sent)
    const [used] = remove.length
      ? await this.listAttributeValues(
          { attribute_id, value: remove.map(({ value }) => value) },
          { take: 1 },
          context
        )
      : []
    if (used) {
      throw invalid(
        `possible_values: products have '${used.value}', so it stays`
      )
    }
    await this.deleteAttributePossibleValues(
      remove.map(({ id }) => id),
      context
    )
    await this.updateAttributePossibleValues(update, context)
    await this.createAttributePossibleValues(
      create.map((row) => ({ ...row, attribute_id })),
      context
    )
    for (const { from, to } of renamed) {
      await this.updateAttributeValues(
        { selector: { attribute_id, value: from }, data: { value: to } },
        context
      )
    }
  }
}

function notFound(what: string, id: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `${what} with id: ${id} was not found`
  )
}
