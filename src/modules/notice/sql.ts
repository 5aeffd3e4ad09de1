/** Parameter: notices as JSON. A key that is there stays as it is; answers the ids of the new ones. */
export const keepSql = `
insert into notice (id, key, event, topic, template, locale, channel, "to",
  recipient_type, recipient_id, seller_id, resource_type, resource_id, data,
  status, due_at)
select new.* from jsonb_to_recordset(?::jsonb) as new(id text, key text,
  event text, topic text, template text, locale text, channel text, "to" text,
  recipient_type text, recipient_id text, seller_id text, resource_type text,
  resource_id text, data jsonb, status text, due_at timestamptz)
on conflict (key) where deleted_at is null do nothing
returning id`

/**
 * Parameters: ids or null, the same again, limit, seconds of the first pause.
 * Who claims one has until its next turn; a dead claimer's is claimed again then.
 * The pause doubles with every try, to a day.
 */
export const claimSql = `
with due as (
  select id from notice
  where status = 'pending' and deleted_at is null and due_at <= now()
    and (?::text is null or id = any(string_to_array(?, ',')))
  order by due_at limit ? for update skip locked
)
update notice set attempts = notice.attempts + 1, updated_at = now(),
  due_at = now() + least(?::float * power(2, least(notice.attempts, 20)), 86400)
    * interval '1 second'
from due where notice.id = due.id
returning notice.*`

/** Parameters: status, notification id, error, status, id. Only the claimed one that is still pending. */
export const settleSql = `
update notice set status = ?, notification_id = coalesce(?, notification_id),
  last_error = ?, updated_at = now(),
  sent_at = case when ? = 'sent' then now() end
where id = ? and status = 'pending' and deleted_at is null
returning id`

/** A dead letter gets all its tries again. */
export const reviveSql = `
update notice set status = 'pending', attempts = 0, due_at = now(),
  updated_at = now()
where id = ? and status in ('failed', 'skipped') and deleted_at is null
returning id`

/** Everybody for whom a digest is due, with what is held for them, oldest first. */
export const heldSql = `
select recipient_id, seller_id, "to", locale, channel,
  json_agg(json_build_object('id', id, 'template', template, 'data', data)
    order by created_at, id) as notices
from notice
where status = 'held' and deleted_at is null and due_at <= now()
group by recipient_id, seller_id, "to", locale, channel
order by recipient_id limit 200`

export const digestedSql = `
update notice set status = 'digested', sent_at = now(), updated_at = now()
where id = any(string_to_array(?, ',')) and status = 'held'
returning id`

/**
 * Parameters: reader, channel, seller id or null (the operator's), the same
 * again, ids or null, the same again. Reading twice is reading once.
 */
export const readSql = `
with read as (
  insert into notice_reading (id, notice_id, reader_id)
  select 'ntcread_' || replace(gen_random_uuid()::text, '-', ''), n.id, ?
  from notice n
  where n.channel = ? and n.deleted_at is null
    and (n.seller_id = ? or (?::text is null and n.channel = 'feed'))
    and (?::text is null or n.id = any(string_to_array(?, ',')))
  on conflict (notice_id, reader_id) where deleted_at is null do nothing
  returning id
)
select count(*)::int as read from read`

/**
 * Parameters: reader, channel, seller id or null (the operator's), the same
 * again, unread only, limit, offset.
 */
export const feedSql = `
select n.id, n."to", n.channel, n.template, n.locale, n.event, n.resource_type,
  n.resource_id, n.data, n.created_at, n.updated_at,
  r.created_at as read_at, count(*) over ()::int as total
from notice n
left join notice_reading r on r.notice_id = n.id and r.reader_id = ?
  and r.deleted_at is null
where n.channel = ? and n.deleted_at is null
  and (n.seller_id = ? or (?::text is null and n.channel = 'feed'))
  and (not ?::boolean or r.id is null)
order by n.created_at desc, n.id desc limit ? offset ?`

/** Parameters: id, seller, member, locale, topics as JSON. The last writer wins. */
export const chooseSql = `
insert into notice_preference (id, seller_id, member_id, locale, topics)
values (?, ?, ?, ?, ?::jsonb)
on conflict (seller_id, member_id) where deleted_at is null do update
set locale = excluded.locale, topics = excluded.topics, updated_at = now()
returning id`

/** Parameters: kind, alerts as JSON. */
export const endAlertsSql = `
delete from marketplace_alert where kind = ? and subject not in (
  select subject from jsonb_to_recordset(?::jsonb) as now(subject text))
returning id`

/** Parameters: kind, alerts as JSON. */
export const keepAlertsSql = `
insert into marketplace_alert (id, kind, subject, data)
select id, ?, subject, data
from jsonb_to_recordset(?::jsonb) as now(id text, subject text, data jsonb)
on conflict (kind, subject) where deleted_at is null do nothing
returning id`

export const untoldAlertsSql = `
select id, data from marketplace_alert
where kind = ? and told_at is null order by created_at, id limit 500`

export const toldAlertSql = `
update marketplace_alert set told_at = now(), updated_at = now()
where id = ? returning id`
