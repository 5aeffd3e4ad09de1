/**
 * Parameters: id, name, period, owner, lease, force, period. Makes the row when
 * it is missing; answers it only to the one who may sweep now. A turn that is
 * further away than a period was set by a process with a longer one.
 */
export const claimSql = `
  insert into sweep (id, name, due_at, lease_owner, lease_until)
  values (?, ?, now() + make_interval(secs => ?), ?,
    now() + make_interval(secs => ?))
  on conflict (name) where deleted_at is null do update
  set due_at = excluded.due_at, lease_owner = excluded.lease_owner,
    lease_until = excluded.lease_until, updated_at = now()
  where (sweep.lease_until is null or sweep.lease_until <= now())
    and (?::boolean or sweep.due_at <= now()
      or sweep.due_at > now() + make_interval(secs => ?))
  returning id`

/**
 * Parameters: id, name, next, next. A job with a schedule has its first turn at
 * the schedule's next time, and at the new one once the schedule is changed.
 */
export const planSql = `
  insert into sweep (id, name, due_at) values (?, ?, ?)
  on conflict (name) where deleted_at is null do update
  set due_at = excluded.due_at, updated_at = now()
  where sweep.due_at > ?`

/**
 * Parameters: next, owner, lease, name, force, now. Of many exactly one gets a
 * turn that is due. `now` is the moment that `next` was worked out from, so that
 * no clock can make one turn two.
 */
export const claimPlannedSql = `
  update sweep
  set due_at = ?, lease_owner = ?,
    lease_until = now() + make_interval(secs => ?), updated_at = now()
  where name = ? and deleted_at is null
    and (lease_until is null or lease_until <= now())
    and (?::boolean or due_at <= ?)
  returning id`

/** Parameters: lease, name, owner. Nothing happens when somebody else took over. */
export const renewSql = `
  update sweep
  set lease_until = now() + make_interval(secs => ?), updated_at = now()
  where name = ? and lease_owner = ? and deleted_at is null`

/** Parameters: found, mended, failed, error, name, owner. */
export const finishSql = `
  update sweep
  set finished_at = now(), found = ?, mended = ?, failed = ?, last_error = ?,
    lease_owner = null, lease_until = null, updated_at = now()
  where name = ? and lease_owner = ? and deleted_at is null`
