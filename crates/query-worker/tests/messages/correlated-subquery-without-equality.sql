-- class: LOG-3 nesting error: improper nesting of subqueries
-- fault: select count(*) from orders o where o.amount < u.user_id
-- fixed: select u.user_id, count(o.order_id) as smaller from users u left join orders o on o.amount < u.user_id group by u.user_id
select u.user_id, (select count(*) from orders o where o.amount < u.user_id) as smaller from users u
