-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: form
-- fixed: select name from users
select name form users
