-- class: LOG-3 nesting error: improper nesting of subqueries
-- fault: u.user_id
-- fixed: select u.name, t.n from users u join (select user_id, count(*) as n from orders group by user_id) t on t.user_id = u.user_id
select u.name, t.n from users u join (select count(*) as n from orders where orders.user_id = u.user_id) t on true
