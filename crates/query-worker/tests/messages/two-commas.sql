-- class: SYN-6 common syntax error: omitting commas
-- fault: ,,
-- fixed: select name, country from users
select name,, country from users
