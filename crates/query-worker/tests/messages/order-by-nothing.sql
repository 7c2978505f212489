-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: by limit
-- fixed: select name from users order by name limit 3
select name from users order by limit 3
