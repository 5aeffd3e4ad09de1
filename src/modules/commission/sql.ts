/** Locks out other changes of the tariff until the transaction ends. */
export const raiseTariffSql = `
  update commission_tariff set version = version + 1, updated_at = now()
  where id = 'tariff' returning version`

/** Parameters: own id or null, scope hash, priority, start or null. */
export const sameScopeSql = `
  select id from commission_rule
  where id is distinct from ? and scope_hash = ? and priority = ?
    and effective_from is not distinct from ?::timestamptz
    and deleted_at is null`

export const tariffVersionSql =
  "select version from commission_tariff where id = 'tariff'"

/** One statement, so that version and rules belong together. */
export const loadTariffSql = `
  select t.version, coalesce(
    jsonb_agg(jsonb_build_object(
      'id', r.id, 'name', r.name, 'is_default', r.is_default,
      'is_active', r.is_active, 'priority', r.priority,
      'effective_from', r.effective_from, 'effective_to', r.effective_to,
      'conditions', r.conditions, 'rate', r.rate, 'version', r.version
    )) filter (where r.id is not null), '[]'
  ) as rules
  from commission_tariff t
  left join commission_rule r on r.is_active and r.deleted_at is null
  where t.id = 'tariff'
  group by t.version`
