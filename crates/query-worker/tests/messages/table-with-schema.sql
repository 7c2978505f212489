-- class: SYN-2 undefined database object: invalid schema name
-- fault: users
-- fixed: select * from users
select * from public.users
