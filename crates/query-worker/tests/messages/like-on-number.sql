-- class: SYN-3 data type mismatch: data type mismatch
-- fault: like
-- fixed: select name from users where cast(user_id as text) like '1%'
select name from users where user_id like 1
