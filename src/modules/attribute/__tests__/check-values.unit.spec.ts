import { checkValues } from "../check-values"
import { planPossibleValues } from "../plan-possible-values"
import type { AttributeFacts, ProductToCheck } from "../types"

const attribute = (more: Partial<AttributeFacts>): AttributeFacts => ({
  id: "attr_1",
  name: "Material",
  ui_component: "select",
  is_required: false,
  is_global: true,
  category_ids: [],
  possible_values: ["Steel", "Carbon"],
  ...more,
})

const product = (more: Partial<ProductToCheck>): ProductToCheck => ({
  category_ids: ["pcat_1"],
  for_sale: true,
  ...more,
})

const said = (...values: string[]) =>
  values.map((value) => ({ attribute_id: "attr_1", value }))

describe("checkValues", () => {
  it("keeps what is there when nothing is sent, as far as it still applies", () => {
    const local = attribute({ is_global: false, category_ids: ["pcat_1"] })
    expect(checkValues([local], product({}), said("Steel"))).toEqual(
      said("Steel")
    )
    const elsewhere = product({ category_ids: ["pcat_2"] })
    expect(checkValues([local], elsewhere, said("Steel"))).toEqual([])
    const sent = product({ category_ids: ["pcat_2"], values: said("Steel") })
    expect(() => checkValues([local], sent, [])).toThrow(
      "Attribute Material does not apply"
    )
  })

  it("asks for what is required only of what is to be sold", () => {
    const required = attribute({ is_required: true })
    const empty = product({ values: said("  ") })
    expect(() => checkValues([required], empty, said("Steel"))).toThrow(
      "Attribute Material is required"
    )
    const draft = product({ values: [], for_sale: false })
    expect(checkValues([required], draft, [])).toEqual([])
    expect(checkValues([required], product({}), said("Steel"))).toEqual(
      said("Steel")
    )
    expect(() => checkValues([required], product({}), [])).toThrow("required")
  })

  it("does not check again what was there before its list changed", () => {
    expect(checkValues([attribute({})], product({}), said("Wood"))).toEqual(
      said("Wood")
    )
    const sent = product({ values: said("Wood") })
    expect(() => checkValues([attribute({})], sent, said("Wood"))).toThrow(
      "not 'Wood'"
    )
  })

  it.each([
    ["unit", ["12", "-0.5", "0"], ["", "1e9", "12 kg", "NaN", "1,5"]],
    ["toggle", ["true", "false"], ["yes", "1", "TRUE"]],
    [
      "color_picker",
      ["#fff", "#A0b1C2", "#a0b1c2ff", "Steel"],
      ["#ffff", "red"],
    ],
    ["text", ["x".repeat(255)], ["x".repeat(256)]],
    ["text_area", ["x".repeat(5000)], ["x".repeat(5001)]],
    ["select", ["Steel"], ["steel", "Wood"]],
  ] as const)("%s", (ui_component, good, bad) => {
    const one = attribute({ ui_component })
    for (const value of good) {
      expect(checkValues([one], product({ values: said(value) }), [])).toEqual(
        said(value)
      )
    }
    for (const value of bad.filter(Boolean)) {
      expect(() =>
        checkValues([one], product({ values: said(value) }), [])
      ).toThrow("Attribute Material")
    }
  })

  it("takes several of a multivalue, each once", () => {
    const many = attribute({ ui_component: "multivalue" })
    const values = said("Steel", "Carbon", "Steel")
    expect(checkValues([many], product({ values }), [])).toEqual(
      said("Steel", "Carbon")
    )
    const tooMany = product({ values: said(...Array(201).fill("Steel")) })
    expect(() => checkValues([many], tooMany, [])).toThrow("at most 200")
  })
})

describe("planPossibleValues", () => {
  const before = [
    { id: "a", value: "Steel", rank: 0 },
    { id: "b", value: "Carbon", rank: 1 },
  ]

  it("keeps by id or by word, renames, adds and removes", () => {
    expect(
      planPossibleValues(before, [
        { id: "a", value: "Iron" },
        { value: "Wood", rank: 7 },
      ])
    ).toEqual({
      create: [{ value: "Wood", rank: 7, metadata: undefined }],
      update: [{ id: "a", value: "Iron", rank: 0, metadata: undefined }],
      remove: [before[1]],
      renamed: [{ from: "Steel", to: "Iron" }],
    })
    const same = planPossibleValues(before, [{ value: "Carbon" }])
    expect(same.update).toMatchObject([{ id: "b", rank: 1 }])
    expect(same.create).toEqual([])
  })

  it("refuses a value twice and an id of another list", () => {
    expect(() =>
      planPossibleValues(before, [{ value: "A" }, { value: "A" }])
    ).toThrow("'A' is there twice")
    expect(() => planPossibleValues(before, [{ id: "c", value: "A" }])).toThrow(
      "id c is none"
    )
  })
})
