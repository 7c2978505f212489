-- class: SYN-6 common syntax error: additional semicolon
-- fault: select 2;
-- fixed: select 1
select 1;
select 2;
