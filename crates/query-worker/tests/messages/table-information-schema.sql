-- class: SYN-2 undefined database object: invalid schema name
-- fault: tables
-- fixed: select * from users
select * from information_schema.tables
