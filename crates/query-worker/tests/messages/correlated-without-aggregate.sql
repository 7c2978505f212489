-- class: LOG-3 nesting error: improper nesting of subqueries
-- fault: select amount from orders
-- fixed: select u.name, (select max(amount) from orders o where o.user_id = u.user_id) from users u
select u.name, (select amount from orders o where o.user_id = u.user_id) from users u
