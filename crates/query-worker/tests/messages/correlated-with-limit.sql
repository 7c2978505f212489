-- class: LOG-3 nesting error: improper nesting of subqueries
-- fault: select amount from orders
-- fixed: select u.name, max(o.amount) from users u left join orders o on o.user_id = u.user_id group by u.user_id, u.name
select u.name, (select amount from orders o where o.user_id = u.user_id order by amount desc limit 1) from users u
