-- class: SYN-6 common syntax error: confusing the order of keywords
-- fault: desc name
-- fixed: select name from users order by name desc
select name from users order by desc name
