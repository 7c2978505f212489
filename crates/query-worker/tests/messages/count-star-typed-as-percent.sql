-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: %
-- fixed: select count(*) from users
select count(%) from users
