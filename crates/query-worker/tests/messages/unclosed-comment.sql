-- class: SYN-6 common syntax error: curly, square or unmatched brackets
-- fault: /*
-- fixed: select 1 /* one */
select 1 /* one
