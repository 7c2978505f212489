-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: $
-- fixed: with t as (select 1 as x) select x from t
with t as (select 1 as x)
