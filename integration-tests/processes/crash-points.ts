import { setTimeout as sleep } from "node:timers/promises"
import type { Client } from "pg"

/** A write of a server that waits in PostgreSQL until the spec lets it go on. */
export type CrashPoint = {
  name: string
  table: string
  operation: "insert" | "update" | "delete"
  /** Texts that only the row in question holds together, e.g. a cart's id. */
  row: string[]
  /** Waits when its transaction commits instead: let go, it is committed for a client that is gone. */
  atCommit?: boolean
}

/**
 * Named places where a server can be stopped, without a hook in its code: a
 * trigger makes one write wait on an advisory lock that the spec holds.
 */
export class CrashPoints {
  private readonly triggered = new Set<string>()

  private constructor(private readonly db: Client) {}

  static async install(db: Client): Promise<CrashPoints> {
    await db.query(`
      create table crash_point (name text primary key, on_table text,
        on_operation text, on_row text[], on_time text);
      create function wait_at_crash_point() returns trigger language plpgsql as $$
      declare
        written record;
        point record;
      begin
        if tg_op = 'DELETE' then written := old; else written := new; end if;
        for point in
          select name from crash_point
          where on_table = tg_table_name and on_operation = lower(tg_op)
            and on_time = tg_when
            and (select bool_and(position(part in to_jsonb(written)::text) > 0)
              from unnest(on_row) part)
        loop
          perform pg_advisory_xact_lock(hashtext(point.name));
        end loop;
        return written;
      end $$;`)
    return new CrashPoints(db)
  }

  /** From now on the write waits. */
  async arm(point: CrashPoint): Promise<void> {
    const { name, table, operation, row, atCommit } = point
    if (!this.triggered.has(table)) {
      this.triggered.add(table)
      await this.db.query(
        `create trigger wait_at_crash_point before insert or update or delete
         on "${table}" for each row execute function wait_at_crash_point()`
      )
      await this.db.query(
        `create constraint trigger wait_at_crash_point_commit
         after insert or update or delete on "${table}" deferrable initially deferred
         for each row execute function wait_at_crash_point()`
      )
    }
    await this.db.query("select pg_advisory_lock(hashtext($1))", [name])
    await this.db.query("insert into crash_point values ($1, $2, $3, $4, $5)", [
      ...[name, table, operation, row, atCommit ? "AFTER" : "BEFORE"],
    ])
  }

  /** Waits until a server stands at the point. */
  async reached(name: string, seconds = 120): Promise<void> {
    for (const until = Date.now() + seconds * 1000; ; await sleep(20)) {
      if ((await this.waiting(name)).length) {
        return
      }
      if (Date.now() > until) {
        throw new Error(`No server came to ${name} in ${seconds} s`)
      }
    }
  }

  /** Ends the waiting write as if it had never been sent, once its server is dead. */
  async drop(name: string): Promise<void> {
    await this.disarm(name, async () => {
      for (const pid of await this.waiting(name)) {
        await this.db.query("select pg_terminate_backend($1, 5000)", [pid])
      }
    })
  }

  /** Lets the waiting write happen: with a dead server it is the last one that was sent. */
  async pass(name: string): Promise<void> {
    await this.disarm(name, async () => undefined)
  }

  private async disarm(
    name: string,
    before: () => Promise<void>
  ): Promise<void> {
    await this.db.query("delete from crash_point where name = $1", [name])
    await before()
    await this.db.query("select pg_advisory_unlock(hashtext($1))", [name])
  }

  private async waiting(name: string): Promise<number[]> {
    const { rows } = await this.db.query<{ pid: number }>(
      `select pid from pg_locks
       where locktype = 'advisory' and not granted and objsubid = 1
         and database = (select oid from pg_database where datname = current_database())
         and ((classid::bigint << 32) | objid::bigint) = hashtext($1)::bigint`,
      [name]
    )
    return rows.map(({ pid }) => pid)
  }
}
