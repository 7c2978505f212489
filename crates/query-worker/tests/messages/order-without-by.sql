-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: order
-- fixed: select * from users order by name
select * from users order name
