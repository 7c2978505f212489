-- class: SYN-6 common syntax error: confusing the order of keywords
-- fault: on
-- fixed: select name from users u join orders o on u.user_id = o.user_id
select name from users u on u.user_id = o.user_id join orders o
