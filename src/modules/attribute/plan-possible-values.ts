import { MedusaError } from "@medusajs/framework/utils"

/** A value of a list as it was sent; `id`: one that is there and is kept. */
export type SentValue = {
  id?: string
  value: string
  rank?: number
  metadata?: Record<string, unknown> | null
}

type Listed = { id: string; value: string; rank: number }

/**
 * What makes one list of values of another. A value that was sent without its id
 * and is there already is that one.
 *
 * @throws MedusaError INVALID_DATA for a value twice, or an id that is not of this list.
 */
export function planPossibleValues(before: Listed[], sent: SentValue[]) {
  const texts = sent.map(({ value }) => value)
  const twice = texts.find((value, n) => texts.indexOf(value) !== n)
  if (twice !== undefined) {
    refuse(`'${twice}' is there twice`)
  }
  const rows = sent.map(({ id, value, rank, metadata }, n) => {
    const old = before.find((row) => (id ? row.id === id : row.value === value))
    if (id && !old) {
      refuse(`id ${id} is none of this attribute`)
    }
    return { old, value, rank: rank ?? old?.rank ?? n, metadata }
  })
  return {
    create: rows.flatMap(({ old, ...row }) => (old ? [] : [row])),
    update: rows.flatMap(({ old, ...row }) =>
      old ? [{ ...row, id: old.id }] : []
    ),
    remove: before.filter(({ id }) => !rows.some(({ old }) => old?.id === id)),
    renamed: rows.flatMap(({ old, value }) =>
      old && old.value !== value ? [{ from: old.value, to: value }] : []
    ),
  }
}

function refuse(message: string): never {
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `possible_values: ${message}`
  )
}
