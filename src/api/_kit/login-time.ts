import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  generateJwtToken,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { isRecord } from "./record"

const claims = z.looseObject({
  /** Seconds; a refreshed token carries when its owner really logged in. */
  login_at: z.number().optional(),
  iat: z.number().optional(),
  exp: z.number().optional(),
})

/** When the caller last showed a password; `null` when its token does not say. */
export function loginTimeOf(req: MedusaRequest): Date | null {
  const found = claims.safeParse(
    "auth_context" in req ? req.auth_context : undefined
  )
  const seconds = found.data?.login_at ?? found.data?.iat
  return seconds === undefined ? null : new Date(seconds * 1000)
}

/**
 * `POST /auth/token/refresh` of Medusa 2.21 gives a seller's token a new `iat`
 * without a login: the answer is signed again with the time of the login in it.
 */
export function keepLoginTime(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    const context = req.auth_context
    const loggedIn = loginTimeOf(req)
    return context?.actor_type === "seller" && loggedIn && isRecord(body)
      ? json({ ...body, token: withLoginTime(req, body.token, loggedIn) })
      : json(body)
  }
  next()
}

function withLoginTime(
  req: MedusaRequest,
  token: unknown,
  loggedIn: Date
): unknown {
  const payload = typeof token === "string" ? token.split(".")[1] : undefined
  if (!payload) {
    return token
  }
  const { http } = req.scope.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  // Medusa signed it a moment ago in this very request.
  const { iat, exp, ...rest } = claims.parse(
    JSON.parse(Buffer.from(payload, "base64url").toString())
  )
  return generateJwtToken(
    { ...rest, login_at: Math.floor(loggedIn.getTime() / 1000) },
    {
      secret: http.jwtSecret,
      expiresIn: exp && iat ? exp - iat : http.jwtExpiresIn,
      jwtOptions: http.jwtOptions,
    }
  )
}
