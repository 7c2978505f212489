-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: order
-- fixed: select name, exists (select 1 from orders o where o.user_id = u.user_id) as bought from users u order by bought
select name from users u order by exists (select 1 from orders o where o.user_id = u.user_id)
