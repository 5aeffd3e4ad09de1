import { redisCommand } from "./infrastructure"
import type { Stage } from "./stage"

/** As if the locks and claims of the dead had expired and its rows were old: saves the spec minutes. */
export async function passTime({ db, redisUrl }: Stage): Promise<void> {
  if (redisUrl) {
    await redisCommand(
      redisUrl,
      `EVAL "for _, key in ipairs(redis.call('keys', 'medusa_lock:*')) do redis.call('pexpire', key, 1) end" 0`
    )
  } else {
    await db.query("update locking set expiration = now()")
  }
  for (const table of ["order_set", "capture", "refund"]) {
    await db.query(
      `update ${table} set created_at = created_at - interval '1 hour',
         updated_at = updated_at - interval '1 hour'`
    )
  }
}
