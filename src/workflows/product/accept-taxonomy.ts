import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  createCollectionsWorkflow,
  createProductCategoriesWorkflow,
  createProductTagsWorkflow,
  createProductTypesWorkflow,
  updateCollectionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { DetailedKind } from "../../modules/taxonomy/types"
import type { RequestDiff } from "../../modules/request/types"
import type { z } from "@medusajs/framework/zod"
import { ensureUnmoved } from "../request/request-diff"
import type { RequestOf } from "../request/request-kind"
import type { RequestResult } from "../request/request-result"
import { saveDetailsWorkflow } from "../taxonomy/save-details"
import { collectionDiff } from "./collection-change"
import type {
  CategoryPayload,
  CollectionChangePayload,
  CollectionPayload,
  TagPayload,
  taxonomyDetails,
  TypePayload,
} from "./taxonomy-payloads"

type Made<Payload, TInput> = {
  toInput: (payload: Payload) => TInput
  /** Of what has pictures and a rank. */
  detailed?: { kind: DetailedKind; of: (payload: Payload) => Details }
}
type Details = z.infer<typeof taxonomyDetails> | null | undefined

type Creation<TInput> = {
  runAsStep: (args: { input: TInput }) => WorkflowData<{ id: string }[]>
}

/** The acceptance of something new: Medusa's own workflow makes it. */
function acceptNew<Payload, TInput>(
  type: string,
  core: Creation<TInput>,
  { toInput, detailed }: Made<Payload, TInput>
) {
  return createWorkflow(
    `accept-${type.replace("_", "-")}`,
    (input: { request: RequestOf<Payload> }) => {
      const rows = core.runAsStep({
        input: transform({ input }, ({ input }) =>
          toInput(input.request.payload)
        ) as TInput,
      })
      const id = transform({ rows }, ({ rows }) => rows[0]?.id ?? "")
      when(`${type}-details`, { input }, ({ input }) =>
        Boolean(detailed?.of(input.request.payload))
      ).then(() => {
        saveDetailsWorkflow.runAsStep({
          input: transform({ input, id }, ({ input, id }) => ({
            kind: detailed?.kind ?? "product_category",
            id,
            details: detailed?.of(input.request.payload) ?? {},
          })),
        })
      })
      return new WorkflowResponse(
        transform({ id }, ({ id }): RequestResult => ({ type, id }))
      )
    }
  )
}

/** The acceptance of a wanted category: from now on everybody sees and uses it. */
export const acceptCategoryWorkflow = acceptNew(
  "product_category",
  createProductCategoriesWorkflow,
  {
    toInput: ({ details, ...category }: CategoryPayload) => ({
      product_categories: [
        { ...category, is_active: true, is_internal: false },
      ],
    }),
    detailed: { kind: "product_category", of: ({ details }) => details },
  }
)

/** The acceptance of a wanted collection. */
export const acceptCollectionWorkflow = acceptNew(
  "product_collection",
  createCollectionsWorkflow,
  {
    toInput: ({ title, handle }: CollectionPayload) => ({
      collections: [{ title, handle }],
    }),
    detailed: { kind: "product_collection", of: ({ details }) => details },
  }
)

/** The acceptance of a wanted product type. */
export const acceptTypeWorkflow = acceptNew(
  "product_type",
  createProductTypesWorkflow,
  {
    toInput: ({ value, metadata }: TypePayload) => ({
      product_types: [{ value, metadata: metadata ?? undefined }],
    }),
  }
)

/** The acceptance of a wanted product tag. */
export const acceptTagWorkflow = acceptNew(
  "product_tag",
  createProductTagsWorkflow,
  { toInput: ({ value }: TagPayload) => ({ product_tags: [{ value }] }) }
)

const ensureCollectionUnmovedStep = createStep(
  "ensure-collection-unmoved",
  async (
    { payload, diff }: RequestOf<CollectionChangePayload>,
    { container }
  ) => {
    const now = await collectionDiff(container, payload)
    // Written by the examination of this kind.
    ensureUnmoved("The collection", (diff ?? {}) as RequestDiff, now)
    return new StepResponse(undefined)
  }
)

export const acceptCollectionChangeWorkflowId = "accept-collection-change"

/**
 * The acceptance of another title or handle of a collection.
 *
 * @throws MedusaError NOT_FOUND; CONFLICT when the collection was changed since.
 */
export const acceptCollectionChangeWorkflow = createWorkflow(
  acceptCollectionChangeWorkflowId,
  (input: { request: RequestOf<CollectionChangePayload> }) => {
    ensureCollectionUnmovedStep(input.request)
    updateCollectionsWorkflow.runAsStep({
      input: transform(
        { input },
        ({
          input: {
            request: {
              payload: { collection_id, title, handle },
            },
          },
        }) => ({
          selector: { id: collection_id },
          update: { ...(title && { title }), ...(handle && { handle }) },
        })
      ),
    })
    return new WorkflowResponse(
      transform({ input }, ({ input }): RequestResult => ({
        type: "product_collection",
        id: input.request.payload.collection_id,
      }))
    )
  }
)
