-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: selct
-- fixed: select 1
selct 1
