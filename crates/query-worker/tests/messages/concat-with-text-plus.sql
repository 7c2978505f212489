-- class: SYN-3 data type mismatch: data type mismatch
-- fault: 'Ms ' + name
-- fixed: select 'Ms ' || name from users
select 'Ms ' + name from users
