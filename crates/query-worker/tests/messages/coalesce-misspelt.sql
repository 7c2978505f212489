-- class: SYN-2 undefined database object: misspellings
-- fault: colaesce
-- fixed: select coalesce(country, '?') from users
select colaesce(country, '?') from users
