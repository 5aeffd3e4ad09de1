import { parsePercentage } from "../../money/exact"
import { checkAmounts, checkBounds } from "./check-amounts"
import { checkTiers } from "./check-tiers"
import { fieldError } from "./field-error"
import type { CommissionRuleContent, FeeComponent } from "./types"

/**
 * Refuses a rule that could not be charged, or that says something else than
 * it seems to.
 *
 * @throws MedusaError INVALID_DATA naming the field.
 */
export function checkRule(content: CommissionRuleContent): void {
  const { conditions, effective_from, effective_to, rate } = content
  if (effective_from && effective_to && effective_from >= effective_to) {
    throw fieldError("effective_to", "must be later than effective_from")
  }
  const isOpen = !effective_from && !effective_to
  const isForAll = Object.keys(conditions).length === 0
  if (content.is_default) {
    if (!isForAll || !isOpen) {
      throw fieldError("conditions", "the default rule stands for every line")
    }
  } else if (isForAll && isOpen) {
    throw fieldError(
      "conditions",
      "without a condition or a date the rule would overlap the default rule: change the default rule instead"
    )
  }
  rate.components.forEach((component, index) =>
    checkComponent(component, `rate.components.${index}`)
  )
  checkBounds(rate, "rate")
  checkPercentage(rate.shipping_percentage, "rate.shipping_percentage")
  checkPercentage(rate.fee_tax_percentage, "rate.fee_tax_percentage")
}

function checkComponent(component: FeeComponent, field: string): void {
  switch (component.type) {
    case "percentage":
      checkPercentage(component.percentage, `${field}.percentage`)
      return checkComponentBounds(component, field)
    case "fixed":
      checkAmounts(component.amounts, `${field}.amounts`)
      if (component.shared_as && component.per !== "order") {
        throw fieldError(`${field}.shared_as`, "only fees per order are shared")
      }
      return
    case "tiers":
      component.tiers.forEach(({ percentage }, index) =>
        checkPercentage(percentage, `${field}.tiers.${index}.percentage`)
      )
      checkTiers(component.tiers, `${field}.tiers`)
      return checkComponentBounds(component, field)
  }
}

function checkComponentBounds(
  component: Exclude<FeeComponent, { type: "fixed" }>,
  field: string
): void {
  for (const side of ["min", "max"] as const) {
    if (component[side]?.per === "order") {
      throw fieldError(
        `${field}.${side}.per`,
        "a component is bounded per unit or line; bound the whole rate per order"
      )
    }
  }
  checkBounds(component, field)
}

function checkPercentage(percentage: string | undefined, field: string): void {
  if (percentage === undefined) {
    return
  }
  const problem = "must be between 0 and 100, with at most 6 decimals"
  if (!/^\d+(\.\d{1,6})?$/.test(percentage)) {
    throw fieldError(field, problem)
  }
  if (parsePercentage(percentage) > parsePercentage("100")) {
    throw fieldError(field, problem)
  }
}
