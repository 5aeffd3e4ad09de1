/**
 * Joined to the products of a customer's list: those that shoppers of these
 * channels see. One value: ids of sales channels. Product, channel and list live
 * in modules of their own, and a page with a right count is one statement.
 */
export const visibleProducts = `
  join product p on p.id = w.product_id and p.deleted_at is null and p.status = 'published'
  where exists (
    select 1 from product_sales_channel c
    where c.product_id = p.id and c.deleted_at is null and c.sales_channel_id = any(?)
  )`
