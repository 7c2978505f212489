-- class: SYN-2 undefined database object: undefined object
-- fault: u
-- fixed: with t as (select name from users u) select t.name from t
with t as (select name from users u) select u.name from t
