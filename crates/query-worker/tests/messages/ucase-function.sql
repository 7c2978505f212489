-- class: SYN-2 undefined database object: synonyms
-- fault: ucase
-- fixed: select upper(name) from users
select ucase(name) from users
