with t as (select 1) insert into users select * from t
