import { MedusaError } from "@medusajs/framework/utils"
import { describeError, messageOf } from "../describe-error"

it("keeps class, type and ids, and nothing that a message may quote", () => {
  const id = "ordset_01JDEFGHJKMNPQRSTVWXYZ0123"
  const error = new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `${id} of clara@example.com, Lindenweg 4, card 4242424242424242 (${id})`
  )
  expect(describeError(error)).toBe(`Error not_found ${id}`)
})

it("keeps a database's code and answers for what is no error", () => {
  expect(describeError(Object.assign(new Error("x"), { code: "23505" }))).toBe(
    "Error 23505"
  )
  expect(describeError("clara@example.com")).toBe("unknown error")
})

it("reads the plain objects that workflows throw", () => {
  const thrown = { name: "Error", type: "conflict", message: "by clara@b.de" }
  expect(describeError(thrown)).toBe("Error conflict")
  expect(describeError({ message: "by clara@b.de" })).toBe("Error")
  expect(describeError(null)).toBe("unknown error")
})

it("says what an error and its serialised copy say", () => {
  expect(messageOf(new Error("declined"))).toBe("declined")
  expect(messageOf({ message: "declined" })).toBe("declined")
  expect(messageOf("declined")).toBe("declined")
})
