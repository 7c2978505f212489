-- class: SYN-6 common syntax error: confusing the order of keywords
-- fault: order
-- fixed: select name from users order by name limit 2
select name from users limit 2 order by name
