-- class: SYN-2 undefined database object: undefined function
-- fault: nvl3
-- fixed: select coalesce(country, '?') from users
select nvl3(country, '?', '!') from users
