-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: inner orders
-- fixed: select name from users inner join orders using (user_id)
select name from users inner orders using (user_id)
