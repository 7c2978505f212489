-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: on
-- fixed: select name from users u join orders o on u.user_id = o.user_id
select name from users u cross join orders o on u.user_id = o.user_id
