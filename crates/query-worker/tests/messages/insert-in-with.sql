-- class: none: no query
-- fault: insert
-- fixed: with t as (select 1) select * from t
with t as (select 1) insert into users select * from t
