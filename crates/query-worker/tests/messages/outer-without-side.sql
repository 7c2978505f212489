-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: outer
-- fixed: select name from users left outer join orders on users.user_id = orders.user_id
select name from users outer join orders on users.user_id = orders.user_id
