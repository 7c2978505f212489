-- class: SYN-6 common syntax error: curly, square or unmatched brackets
-- fault: (
-- fixed: with t as (select 1 as x) select x from t
with t as (select 1 as x select x from t
