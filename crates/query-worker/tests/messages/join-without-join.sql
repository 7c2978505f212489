-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: left orders
-- fixed: select u.name from users u left join orders o on u.user_id = o.user_id
select u.name from users u left orders o on u.user_id = o.user_id
