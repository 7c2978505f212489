-- class: SYN-2 undefined database object: misspellings
-- fault: substirng
-- fixed: select substring(name, 1, 2) from users
select substirng(name, 1, 2) from users
