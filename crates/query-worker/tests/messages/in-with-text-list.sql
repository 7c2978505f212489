-- class: SYN-3 data type mismatch: data type mismatch
-- fault: '1, 2'
-- fixed: select name from users where user_id in (1, 2)
select name from users where user_id in ('1, 2')
