-- class: SYN-2 undefined database object: undefined function
-- fault: group_concat
-- fixed: select string_agg(name, ', ') from users
select group_concat(name) from users
