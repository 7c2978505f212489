-- class: LOG-6 function error: incorrect function
-- fault: upper
-- fixed: select upper(name) from users where user_id > 1
select upper(name) filter (where user_id > 1) from users
