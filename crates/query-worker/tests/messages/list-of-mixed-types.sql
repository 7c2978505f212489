-- class: SYN-3 data type mismatch: data type mismatch
-- fault: 'Ada'
-- fixed: select name from users where name in ('Ada', '3')
select * from users where name in ('Ada', 3)
