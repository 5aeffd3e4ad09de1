/** Parameters: member id, seller id or null, the same again. One row at most. */
export const accessSql = `
  select sm.seller_id, sm.member_id, sm.role_id, s.status,
    array(
      select rp.permission from seller_role_permission rp
      where rp.role_id = sm.role_id and rp.deleted_at is null
      order by rp.permission
    ) as permissions
  from seller_member sm
  join seller s on s.id = sm.seller_id and s.deleted_at is null
  join member m on m.id = sm.member_id and m.deleted_at is null
  where sm.member_id = ? and sm.deleted_at is null
    and (?::text is null or sm.seller_id = ?)
  order by
    case s.status when 'pending' then 1 when 'terminated' then 2 else 0 end,
    sm.created_at, sm.id
  limit 1`
