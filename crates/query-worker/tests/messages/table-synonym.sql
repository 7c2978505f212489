-- class: SYN-2 undefined database object: synonyms
-- fault: customers
-- fixed: select name from users
select name from customers
