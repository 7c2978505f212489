-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: regexp_like
-- fixed: select regexp_like(name, '[(]') from users
select regexp_like(name, '(') from users
