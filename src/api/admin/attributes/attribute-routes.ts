import type { MiddlewareRoute } from "@medusajs/framework/http"
import { takesBody } from "../../_kit/takes-body"
import {
  CreateAttribute,
  CreatePossibleValue,
  UpdateAttribute,
  UpdatePossibleValue,
} from "../../_contracts/attribute"

/** Validators of the routes of attributes; Medusa lets operators only under `/admin`. */
export const attributeRoutes: MiddlewareRoute[] = [
  {
    matcher: "/admin/attributes",
    methods: ["POST"],
    middlewares: [takesBody(CreateAttribute)],
  },
  {
    matcher: "/admin/attributes/:id",
    methods: ["POST"],
    middlewares: [takesBody(UpdateAttribute)],
  },
  {
    matcher: "/admin/attributes/:id/values",
    methods: ["POST"],
    middlewares: [takesBody(CreatePossibleValue)],
  },
  {
    matcher: "/admin/attributes/:id/values/:value_id",
    methods: ["POST"],
    middlewares: [takesBody(UpdatePossibleValue)],
  },
]
