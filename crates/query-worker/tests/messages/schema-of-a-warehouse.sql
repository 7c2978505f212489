-- class: SYN-2 undefined database object: invalid schema name
-- fault: users
-- fixed: select name from users
select name from shop.public.users
