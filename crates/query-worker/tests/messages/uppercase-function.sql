-- class: SYN-2 undefined database object: synonyms
-- fault: uppercase
-- fixed: select upper(name) from users
select uppercase(name) from users
