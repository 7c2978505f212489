-- class: SYN-2 undefined database object: undefined function
-- fault: isnull
-- fixed: select coalesce(country, '?') from users
select isnull(country, '?') from users
