-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: values
-- fixed: values (1), (2)
select values (1), (2)
