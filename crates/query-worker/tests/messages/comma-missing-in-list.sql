-- class: SYN-6 common syntax error: omitting commas
-- fault: 2
-- fixed: select name from users where user_id in (1, 2)
select name from users where user_id in (1 2)
